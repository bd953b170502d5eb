// RUN: pim-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{'arith.constant' op requires a value that has a type, but got unit}}
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
  // expected-error@+1 {{'arith.cmpi' op attribute 'predicate' failed to satisfy constraint: expected one of the 10 comparisons, but got 10}}
  %0 = "arith.cmpi"(%a, %a) <{predicate = 10 : i64}> : (i32, i32) -> i1
  return
}

// -----

func.func @compared(%a: i32, %b: i64) {
  // expected-error@+1 {{'arith.cmpi' op requires operands of one type, but got 'i32' and 'i64'}}
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
  // expected-error@+1 {{'arith.select' op requires values of one type to choose from, but got 'i32' and 'i64'}}
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
  // expected-error@+1 {{'arith.extsi' op result type 'i32' must be wider than operand type 'i32'}}
  %0 = arith.extsi %a : i32 to i32
  return
}

// -----

func.func @narrower(%a: i32) {
  // expected-error@+1 {{'arith.trunci' op result type 'index' must be narrower than operand type 'i32'}}
  %0 = arith.trunci %a : i32 to index
  return
}
