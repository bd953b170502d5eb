// RUN: pim-opt %s --split-input-file --verify-diagnostics

func.func @condition(%a: i32) {
  // expected-error@+1 {{'cf.assert' op operand #0 ('arg') must be 1-bit signless integer, but got 'i32'}}
  "cf.assert"(%a) <{msg = "m"}> : (i32) -> ()
  return
}

// -----

func.func @tooWide(%a: i8) {
  // expected-error@+1 {{integer constant out of range for attribute: 300 does not fit 'i8'}}
  cf.switch %a : i8, [default: ^bb1, 300: ^bb1]
^bb1:
  return
}

// -----

func.func @arguments(%a: i32) {
  // expected-error@+1 {{'cf.br' op has operands of types [] for successor #0, whose arguments are of types [i32]}}
  cf.br ^bb1
^bb1(%b: i32):
  return
}

// -----

func.func @target(%a: i1) {
  // expected-error@+1 {{'cf.cond_br' op has operands of types [i1] for successor #1, whose arguments are of types []}}
  cf.cond_br %a, ^bb1, ^bb1(%a : i1)
^bb1:
  return
}

// -----

func.func @flag(%a: i32) {
  // expected-error@+1 {{'cf.switch' op 'flag' type ('i32') should match case value type ('i64')}}
  "cf.switch"(%a)[^bb1, ^bb1] <{case_operand_segments = array<i32: 0>, case_values = dense<1> : vector<1xi64>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()
^bb1:
  return
}

// -----

func.func @wide(%a: i128) {
  // expected-error@+1 {{'cf.switch' op requires a flag of at most 64 bits, but got 'i128'}}
  "cf.switch"(%a)[^bb1] <{case_operand_segments = array<i32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i128) -> ()
^bb1:
  return
}

// -----

func.func @wide_cases(%a: i128) {
  // expected-error@+1 {{expected a flag of an integer type of up to 64 bits, but got 'i128'}}
  cf.switch %a : i128, [default: ^bb1, 1: ^bb1]
^bb1:
  return
}

// -----

func.func @cases(%a: i32) {
  // expected-error@+1 {{'cf.switch' op number of case values (2) should match number of case destinations (1)}}
  "cf.switch"(%a)[^bb1, ^bb1] <{case_operand_segments = array<i32: 0>, case_values = dense<[1, 2]> : vector<2xi32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()
^bb1:
  return
}

// -----

func.func @segments(%a: i32) {
  // expected-error@+1 {{'cf.switch' op has 0 operands for its cases, which do not agree with 'case_operand_segments'}}
  "cf.switch"(%a)[^bb1, ^bb1] <{case_operand_segments = array<i32: 1>, case_values = dense<1> : vector<1xi32>, operandSegmentSizes = array<i32: 1, 0, 0>}> : (i32) -> ()
^bb1:
  return
}
