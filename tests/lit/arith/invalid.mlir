// RUN: pim-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{'arith.constant' op value must be an integer, float, or elements attribute, but got unit}}
%0 = "arith.constant"() <{value = unit}> : () -> i32

// -----

// expected-error@+2 {{expected a value that has a type before this}}
%0 = arith.constant [1]
"builtin.module"() ({}) : () -> ()

// -----

// expected-error@+1 {{'arith.constant' op inferred type(s) 'i64' are incompatible with return type(s) of operation 'i32'}}
%0 = "arith.constant"() <{value = 1 : i64}> : () -> i32

// -----

func.func @float(%a: f32) {
  // expected-error@+2 {{'arith.addi' op operand #0 ('lhs') must be signless-integer-like, but got 'f32'}}
  // expected-error@+1 {{'arith.addi' op operand #1 ('rhs') must be signless-integer-like, but got 'f32'}}
  %0 = "arith.addi"(%a, %a) : (f32, f32) -> f32
  return
}

// -----

func.func @signed(%a: si32) {
  // expected-error@+2 {{'arith.remsi' op operand #0 ('lhs') must be signless-integer-like, but got 'si32'}}
  // expected-error@+1 {{'arith.remsi' op operand #1 ('rhs') must be signless-integer-like, but got 'si32'}}
  %0 = "arith.remsi"(%a, %a) : (si32, si32) -> si32
  return
}

// -----

func.func @predicate(%a: i32) {
  // expected-error@+1 {{'arith.cmpi' op attribute 'predicate' failed to satisfy constraint: allowed 64-bit signless integer cases: 0 to 9, but got 10}}
  %0 = "arith.cmpi"(%a, %a) <{predicate = 10 : i64}> : (i32, i32) -> i1
  return
}

// -----

func.func @compared(%a: i32, %b: i64) {
  // expected-error@+1 {{'arith.cmpi' op requires all operands to have the same type, but got 'i32' and 'i64'}}
  %0 = "arith.cmpi"(%a, %b) <{predicate = 1 : i64}> : (i32, i64) -> i1
  return
}

// -----

func.func @comparison(%a: i32) {
  // expected-error@+1 {{expected one of eq, ne, slt, sle, sgt, sge, ult, ule, ugt, uge}}
  %0 = arith.cmpi lt, %a, %a : i32
  return
}

// -----

func.func @flags(%a: i32) {
  // expected-error@+1 {{expected one of none, nsw, nuw}}
  %0 = arith.addi %a, %a overflow<all> : i32
  return
}

// -----

func.func @condition(%a: i32) {
  // expected-error@+1 {{'arith.select' op operand #0 ('condition') must be bool-like, but got 'i32'}}
  %0 = "arith.select"(%a, %a, %a) : (i32, i32, i32) -> i32
  return
}

// -----

func.func @choice(%a: i32, %b: i64, %c: i1) {
  // expected-error@+1 {{'arith.select' op failed to verify that all of {true_value, false_value, result} have same type, but got 'i32' and 'i64'}}
  %0 = "arith.select"(%c, %a, %b) : (i1, i32, i64) -> i32
  return
}

// -----

func.func @choices(%a: vector<4xi32>, %c: vector<2xi1>) {
  // expected-error@+1 {{'arith.select' op expected condition type to have the same shape as the result type, expected 'vector<4xi1>', but got 'vector<2xi1>'}}
  %0 = "arith.select"(%c, %a, %a) : (vector<2xi1>, vector<4xi32>, vector<4xi32>) -> vector<4xi32>
  return
}

// -----

func.func @wider(%a: i32) {
  // expected-error@+1 {{'arith.extsi' op operand type 'i32' and result type 'i32' are cast incompatible: the result must be wider}}
  %0 = arith.extsi %a : i32 to i32
  return
}

// -----

func.func @narrower(%a: i32) {
  // expected-error@+1 {{'arith.trunci' op operand type 'i32' and result type 'index' are cast incompatible: the result must be narrower}}
  %0 = arith.trunci %a : i32 to index
  return
}

// -----

func.func @other_shape(%a: vector<2xi32>) {
  // expected-error@+1 {{'arith.extsi' op failed to verify that input and output have the same tensor dimensions, but got 'vector<2xi32>' and 'vector<3xi64>'}}
  %0 = arith.extsi %a : vector<2xi32> to vector<3xi64>
  return
}

// -----

func.func @no_shape(%a: vector<2xi32>) {
  // expected-error@+1 {{'arith.trunci' op requires the same shape for all operands and results, but got 'vector<2xi32>' and 'i8'}}
  %0 = arith.trunci %a : vector<2xi32> to i8
  return
}

// -----

func.func @no_index(%a: i32) {
  // expected-error@+1 {{'arith.index_cast' op operand type 'i32' and result type 'i64' are cast incompatible: one of them must be of index}}
  %0 = arith.index_cast %a : i32 to i64
  return
}

// -----

func.func @no_integer(%a: i32) {
  // expected-error@+1 {{'arith.index_castui' op result #0 ('out') must be signless-integer-like or memref of signless-integer, but got 'f32'}}
  %0 = arith.index_castui %a : i32 to f32
  return
}

// -----

// Memory of indices is cast as a whole.
func.func @memory(%a: memref<2xindex>) {
  %0 = arith.index_cast %a : memref<2xindex> to memref<2xi32>
  return
}

// -----

func.func @text() {
  // expected-error@+1 {{'arith.constant' op value must be an integer, float, or elements attribute, but got "a" : i64}}
  "arith.constant"() {value = "a" : i64} : () -> i64
  return
}

// -----

func.func @one(%a: i32) {
  // expected-error@+1 {{'arith.addi' op requires one result, but found 2}}
  "arith.addi"(%a, %a) : (i32, i32) -> (i32, i32)
  return
}
