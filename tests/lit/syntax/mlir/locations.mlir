// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-debuginfo --mlir-print-local-scope %s | pim-filecheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-debuginfo < %s | pim-filecheck %s --check-prefix=STDIN

// Lines and columns are unsigned numbers of 32 bits, written in any way; a column may be left out, and a place may be in no named file.

// CHECK: "t.a"() : () -> () loc("f":4294967295:4294967295)
"t.a"() : () -> () loc("f":4294967295:4294967295)
// CHECK: "t.a"() : () -> () loc("f":1:2 to 4294967295:4294967294)
"t.a"() : () -> () loc("f":1:2 to 4294967295:4294967294)
// CHECK: "t.a"() : () -> () loc("f":16:1)
"t.a"() : () -> () loc("f":0x10:0x1)
// CHECK: "t.a"() : () -> () loc(callsite("f":1:0 at "g":2:0))
"t.a"() : () -> () loc(callsite("f":1 at "g":2))
// CHECK: "t.a"() : () -> () loc("-":0:0)
"t.a"() : () -> () loc("":0:0)

// STDIN: loc("<stdin>":0:0)
