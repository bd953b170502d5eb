// RUN: pim-opt %s --split-input-file --verify-diagnostics

func.func @result() -> i32 {
  // expected-error@+1 {{'func.return' op has operands of types [], but the enclosing function @result returns [i32]}}
  return
}

// -----

// expected-note@+1 {{see existing symbol definition here}}
func.func @twice() { return }
// expected-error@+1 {{redefinition of symbol named 'twice'}}
func.func @twice() { return }

// -----

// expected-error@+1 {{'func.func' op expects each block of its regions to end with a terminator, but one is empty}}
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
