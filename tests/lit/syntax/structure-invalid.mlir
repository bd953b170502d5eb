// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

func.func @f(%c: i1) -> i32 {
  cf.cond_br %c, ^bb1, ^bb2
^bb1:
  // expected-note@+1 {{operand defined here (op in the same region)}}
  %0 = arith.constant 1 : i32
  cf.br ^bb2
^bb2:
  // expected-error@+1 {{operand #0 does not dominate this use}}
  return %0 : i32
}

// -----

func.func @f() {
  // expected-error@+1 {{'func.return' op must be the last operation in the parent block}}
  return
  return
}

// -----

func.func @f(%x: i32, %y: i64) {
  // expected-error@+1 {{'arith.addi' op requires the same type for all operands and results, but got 'i32', 'i64'}}
  %0 = "arith.addi"(%x, %y) : (i32, i64) -> i32
  return
}

// -----

// expected-error@+1 {{'builtin.module' op expects its region to have exactly one block, but it has 2}}
"builtin.module"() ({
^a:
  "a.end"() : () -> ()
^b:
  "a.end"() : () -> ()
}) : () -> ()

// -----

func.func @f() {
  // expected-error@+1 {{'a.br' op with block successors must terminate its parent block}}
  "a.br"()[^a] : () -> ()
  return
^a:
  return
}

// -----

// expected-error@+1 {{invalid properties [1] for op builtin.module: expected DictionaryAttr to set properties}}
"builtin.module"() <[1]> ({}) : () -> ()
