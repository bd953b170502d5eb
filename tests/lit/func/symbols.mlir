// Who names a function must name one, and as it is.
// RUN: pim-opt %s --split-input-file --verify-diagnostics

func.func @f(%a: i32) {
  // expected-error@+1 {{'func.call' op incorrect number of operands for callee: expected 1, but got 0}}
  call @f() : () -> ()
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{'func.call' op 'nope' does not reference a valid function}}
  call @nope() : () -> ()
  return
}

// -----

module @m {}
func.func @f() {
  // expected-error@+1 {{'func.call' op 'm' does not reference a valid function}}
  call @m() : () -> ()
  return
}

// -----

// expected-error@+1 {{'func.func' op symbol declaration cannot have public visibility}}
func.func @f()

// -----

func.func private @f(i32) -> i32
func.func @g(%a: i64) {
  // expected-error@+1 {{'func.call' op operand type mismatch: expected operand type 'i32', but provided 'i64' for operand number 0}}
  call @f(%a) : (i64) -> i32
  return
}

// -----

func.func private @f(i32) -> i32
func.func @g(%a: i32) {
  // expected-error@+1 {{'func.call' op result type mismatch at index 0: expected 'i32', but got 'i64'}}
  call @f(%a) : (i32) -> i64
  // expected-error@+1 {{'func.call' op incorrect number of results for callee: expected 1, but got 0}}
  call @f(%a) : (i32) -> ()
  return
}

// -----

func.func private @f(i32) -> i32
func.func @g() {
  // expected-error@+1 {{'func.constant' op reference to undefined function 'h'}}
  %0 = constant @h : () -> ()
  // expected-error@+1 {{'func.constant' op reference to function with mismatched type: expected (i32) -> i32, but got () -> i32}}
  %1 = constant @f : () -> i32
  return
}
