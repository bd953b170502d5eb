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
