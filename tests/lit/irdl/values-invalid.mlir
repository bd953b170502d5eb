// RUN: pim-opt %s --split-input-file --verify-diagnostics --irdl-file=%S/Inputs/cmath.irdl.mlir --allow-unregistered-dialect

// expected-error@+1 {{'i32' does not satisfy the constraint}}
"x.y"() {t = !cmath.complex<i32>} : () -> ()

// -----

// expected-error@+1 {{expected 1 type arguments, but had 2}}
"x.y"() {t = !cmath.complex<f32, f32>} : () -> ()

// -----

// expected-error@+1 {{expected 0 type arguments, but had 1}}
"x.y"() {t = !cmath.opaque<f32>} : () -> ()

// -----

// expected-error@+1 {{'"left"' does not satisfy the constraint}}
"x.y"() {t = #cmath.rounding<"left", 1>} : () -> ()

// -----

// expected-error@+1 {{expected base attribute 'builtin.integer' but got 'builtin.string'}}
"x.y"() {t = #cmath.rounding<"up", "1">} : () -> ()

// -----

%0 = "x.y"() : () -> !cmath.complex<f32>
// expected-error@+1 {{expected 'f32' but got 'f64'}}
%1 = "cmath.norm"(%0) : (!cmath.complex<f32>) -> f64

// -----

%0 = "x.y"() : () -> f32
// expected-error@+1 {{expected base type 'cmath.complex' but got 'f32'}}
%1 = "cmath.norm"(%0) : (f32) -> f32

// -----

%0 = "x.y"() : () -> !cmath.opaque
// expected-error@+1 {{expected base type 'cmath.complex' but got 'cmath.opaque'}}
%1 = "cmath.mul"(%0, %0) : (!cmath.opaque, !cmath.opaque) -> !cmath.opaque

// -----

%0 = "x.y"() : () -> f32
// expected-error@+1 {{'cmath.round' op attribute "how" is expected but not provided}}
%1 = "cmath.round"(%0) : (f32) -> f32

// -----

%0 = "x.y"() : () -> f32
// expected-error@+1 {{expected base attribute 'cmath.rounding' but got 'builtin.type'}}
%1 = "cmath.round"(%0) {how = f32} : (f32) -> f32

// -----

// expected-error@+1 {{op expects exactly 2 operands, but got 0}}
%1 = "cmath.mul"() : () -> !cmath.complex<f32>

// -----

// expected-error@+1 {{op expects at least 1 operands, but got 0}}
"cmath.sum"() : () -> ()

// -----

%0 = "x.y"() : () -> i32
// expected-error@+1 {{op expects at most 1 results, but got 2}}
%1:2 = "cmath.sum"(%0) : (i32) -> (f32, f32)

// -----

%0:2 = "x.y"() : () -> (i32, f64)
// expected-error@+1 {{expected 'f32' but got 'f64'}}
"cmath.sum"(%0#0, %0#1) : (i32, f64) -> ()

// -----

// expected-error@+1 {{'operandSegmentSizes' attribute is expected but not provided}}
"cmath.several"() : () -> ()

// -----

// expected-error@+1 {{'operandSegmentSizes' attribute is expected to be a dense i32 array}}
"cmath.several"() {operandSegmentSizes = array<i64: 0, 0, 1>} : () -> ()

// -----

// expected-error@+1 {{'operandSegmentSizes' attribute for specifying operand segments must have 3 elements, but got 2}}
"cmath.several"() {operandSegmentSizes = array<i32: 0, 0>} : () -> ()

// -----

// expected-error@+1 {{'operandSegmentSizes' attribute for specifying operand segments must have non-negative values}}
"cmath.several"() {operandSegmentSizes = array<i32: -1, 0, 1>} : () -> ()

// -----

// expected-error@+1 {{element 1 in 'operandSegmentSizes' attribute must be equal to 0 or 1}}
"cmath.several"() {operandSegmentSizes = array<i32: 0, 2, 1>} : () -> ()

// -----

// expected-error@+1 {{element 2 in 'operandSegmentSizes' attribute must be equal to 1}}
"cmath.several"() {operandSegmentSizes = array<i32: 0, 0, 0>} : () -> ()

// -----

// expected-error@+1 {{sum of elements in 'operandSegmentSizes' attribute must be equal to the number of operands}}
"cmath.several"() {operandSegmentSizes = array<i32: 0, 0, 1>} : () -> ()

// -----

// expected-error@+1 {{'i16' does not satisfy the constraint}}
%0 = "cmath.both"() : () -> i16

// -----

// expected-error@+1 {{expected base type 'builtin.integer' but got 'builtin.index'}}
%0 = "cmath.both"() : () -> index

// -----

// expected-error@+1 {{'cmath.regions' op unexpected number of regions: expected 4 but got 1}}
"cmath.regions"() ({}) : () -> ()

// -----

// expected-error@+1 {{expected region 1 to have 1 arguments but got 0}}
"cmath.regions"() ({}, {}, {}, {}) : () -> ()

// -----

// expected-note@+1 {{see the operation}}
"cmath.regions"() ({}, {
// expected-error@+1 {{expected region 1 to have 1 arguments but got 2}}
^bb0(%a: i32, %b: i32):
  "x.y"() : () -> ()
}, {}, {}) : () -> ()

// -----

// expected-error@+1 {{expected region 3 to have 2 block(s) but got 0}}
"cmath.regions"() ({}, {
^bb0(%a: i32):
  "x.y"() : () -> ()
}, {}, {}) : () -> ()

// -----

%0 = "x.y"() : () -> i32
// expected-note@+1 {{see the operation}}
"cmath.loop"(%0) ({
// expected-error@+1 {{expected 'i32' but got 'i64'}}
^bb0(%a: i64):
  "x.y"() : () -> ()
}) : (i32) -> ()

// -----

// expected-error@+1 {{invalid properties {a = 1 : i64} for op cmath.both}}
%0 = "cmath.both"() <{a = 1}> : () -> i32
