// RUN: pim-opt %s --split-input-file --verify-diagnostics

func.func @result() -> i32 {
  // expected-error@+1 {{'func.return' op has 0 operands, but enclosing function (@result) returns 1}}
  return
}

// -----

// expected-note@+1 {{see existing symbol definition here}}
func.func @twice() { return }
// expected-error@+1 {{redefinition of symbol named 'twice'}}
func.func @twice() { return }

// -----

// expected-error@+1 {{empty block: expect at least a terminator, but one in 'func.func' has none}}
"func.func"() <{function_type = () -> (), sym_name = "open"}> ({
^bb0:
}) : () -> ()

// -----

// expected-error@+1 {{'func.func' op requires attribute 'function_type'}}
"func.func"() <{sym_name = "untyped"}> ({}) : () -> ()

// -----

func.func @indirect(%f: (i32) -> i32, %a: i32) {
  // expected-error@+2 {{expected the type of a function before this}}
  %0 = call_indirect %f(%a) : i32
  return
}

// -----

func.func @indirect(%f: (i32) -> i32, %a: i32) {
  // expected-error@+2 {{expected 1 operands, as the function has, but got 2}}
  %0 = call_indirect %f(%a, %a) : (i32) -> i32
  return
}

// -----

func.func @other(%a: i32) -> (f32, i32) {
  // expected-error@+1 {{'func.return' op type of return operand 0 ('i32') doesn't match function result type ('f32') in function @other}}
  return %a, %a : i32, i32
}

// -----

// expected-error@+1 {{'func.func' op visibility expected to be one of ["public", "private", "nested"], but got "secret"}}
"func.func"() ({}) {sym_name = "a", function_type = () -> (), sym_visibility = "secret"} : () -> ()

// -----

// expected-error@+1 {{'func.func' op attribute 'sym_visibility' failed to satisfy constraint: string attribute, but got 1 : i64}}
"func.func"() ({}) {sym_name = "a", function_type = () -> (), sym_visibility = 1} : () -> ()

// -----

// expected-error@+1 {{'func.func' op attribute 'function_type' failed to satisfy constraint: type attribute of function type, but got i32}}
"func.func"() ({}) {sym_name = "a", function_type = i32} : () -> ()

// -----

// expected-error@+1 {{'func.func' op entry block must have 0 arguments to match function signature, but has 1}}
"func.func"() ({
^bb0(%a: i32):
  "func.return"() : () -> ()
}) {sym_name = "a", function_type = () -> ()} : () -> ()

// -----

// expected-error@+1 {{'func.func' op type of entry block argument #0('i32') must match the type of the corresponding argument in function signature('f32')}}
"func.func"() ({
^bb0(%a: i32):
  "func.return"() : () -> ()
}) {sym_name = "a", function_type = (f32) -> ()} : () -> ()

// -----

// expected-error@+1 {{'func.func' op expects argument attribute array to have the same number of elements as the number of function arguments, got 2, but expected 1}}
"func.func"() ({}) {sym_name = "a", function_type = (i32) -> (), sym_visibility = "private", arg_attrs = [{}, {}]} : () -> ()

// -----

// expected-error@+1 {{'func.func' op attribute 'arg_attrs' failed to satisfy constraint: Array of dictionary attributes, but one is 3 : i64}}
"func.func"() ({}) {sym_name = "a", function_type = (i32) -> (), sym_visibility = "private", arg_attrs = [3]} : () -> ()

// -----

// expected-error@+1 {{'func.func' op results may only have dialect attributes, but one has 'bare'}}
func.func private @f(i32) -> (i32 {bare = 1})

// -----

// expected-error@+1 {{'func.func' op requires one region, but found 2}}
"func.func"() ({}, {}) {sym_name = "a", function_type = () -> ()} : () -> ()

// -----

// expected-error@+1 {{'builtin.unrealized_conversion_cast' op expected at least one result for cast operation}}
"builtin.unrealized_conversion_cast"() : () -> ()

// -----

// expected-error@+1 {{custom op 'func.func' 'sym_visibility' is an inferred attribute and should not be specified in the explicit attribute dictionary}}
func.func @f() attributes {sym_visibility = "private"}

// -----

func.func @f() {
  // expected-error@+1 {{'func.func' op symbol's parent must have the SymbolTable trait}}
  func.func private @g()
  return
}
