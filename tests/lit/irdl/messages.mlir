// What is said in other words than by mlir-opt, or where mlir-opt says nothing.
// RUN: pim-opt %s --split-input-file --verify-diagnostics --irdl-file=%S/Inputs/cmath.irdl.mlir --allow-unregistered-dialect

// expected-error@+1 {{unknown type 'real' in dialect 'cmath'}}
"x.y"() {t = !cmath.real} : () -> ()

// -----

// expected-error@+1 {{unknown attribute 'real' in dialect 'cmath'}}
"x.y"() {t = #cmath<real>} : () -> ()

// -----

// expected-error@+1 {{unregistered operation 'cmath.div' found in dialect 'cmath', which has no such operation}}
"cmath.div"() : () -> ()

// -----

// expected-error@+1 {{op 'cmath.both' has no custom assembly form}}
%0 = cmath.both

// -----

"x.y"() ({
  // expected-error@+1 {{'cmath.both' op has successors, but an op defined in IRDL is not a terminator}}
  %0 = "cmath.both"() [^bb1] : () -> i32
^bb1:
  "x.y"() : () -> ()
}) : () -> ()

// -----

%0 = "x.y"() : () -> i32
"cmath.loop"(%0) ({
^bb0(%a: i32):
  // expected-error@+1 {{block with no terminator, has 'cmath.both' for its last operation}}
  %1 = "cmath.both"() : () -> i32
}) : (i32) -> ()

// -----

irdl.dialect @d {
  // expected-error@+1 {{name of type is empty}}
  irdl.type @""
}

// -----

// expected-error@+1 {{for op cmath.both: an op defined in IRDL has no properties; write its attributes as {...} behind its operands}}
%0 = "cmath.both"() <{x = 1 : i32}> : () -> i32

// -----

// expected-error@+1 {{expected one of single, optional, variadic}}
module attributes {x = #irdl<variadicity sometimes>} {}
