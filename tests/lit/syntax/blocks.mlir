// What holds of blocks in operations that nobody knows, and of modules.
// RUN: pim-opt %s --split-input-file --verify-diagnostics --allow-unregistered-dialect

// expected-error@+1 {{entry block of region may not have predecessors}}
"t.op"() ({
^entry:
  "a.b"() : () -> ()
^next:
  "a.c"()[^entry] : () -> ()
}) : () -> ()

// -----

// expected-error@+1 {{empty block: expect at least a terminator, but one in 't.op' has none}}
"t.op"() ({
  "a.c"()[^next] : () -> ()
^next:
}) : () -> ()

// -----

"t.op"() ({
  "a.c"()[^next] : () -> ()
^next:
  // expected-error@+1 {{block with no terminator, has 'arith.constant' for its last operation}}
  %0 = arith.constant 1 : i32
}) : () -> ()

// -----

// expected-error@+1 {{'builtin.module' op region should have no arguments}}
"builtin.module"() ({
^bb0(%a: i32):
  "t.x"() : () -> ()
}) : () -> ()

// -----

// expected-error@+1 {{'builtin.module' op can only contain attributes with dialect-prefixed names, found: 'a'}}
module attributes {a = 1 : i32, b.c = 2 : i32} {}

// -----

func.func @f() {
  // expected-error@+1 {{'arith.constant' op integer return type must be signless}}
  %0 = arith.constant 1 : si32
  return
}
