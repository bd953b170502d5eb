// RUN: pim-opt --allow-unregistered-dialect --mlir-use-nameloc-as-prefix %s | FileCheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-use-nameloc-as-prefix --mlir-print-op-generic %s | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt --allow-unregistered-dialect %s | FileCheck %s --check-prefix=NUMBERS

// The first name that a location says is that of the value, before what the operation would call it.
// CHECK: func.func @f(%arg_a: i32, %arg1: i32)
// GENERIC: ^bb0(%arg_a: i32, %arg1: i32):
// NUMBERS: func.func @f(%arg0: i32, %arg1: i32)
func.func @f(%a: i32 loc("arg a"), %b: i32) {
  // CHECK: %alpha = "t.a"
  // GENERIC: %alpha = "t.a"
  // NUMBERS: %0 = "t.a"
  %0 = "t.a"() : () -> i32 loc("alpha")
  // CHECK: %alpha_0:2 = "t.b"(%alpha)
  %1:2 = "t.b"(%0) : (i32) -> (i32, i32) loc("alpha")
  // CHECK: %_1st = "t.c"(%alpha_0#1)
  %2 = "t.c"(%1#1) : (i32) -> i32 loc("1st"("file.mlir":1:2))
  // CHECK: %in_fused = "t.c"
  %3 = "t.c"(%1#1) : (i32) -> i32 loc(fused["g.mlir":1:1, "in fused"])
  // CHECK: %callee = "t.c"
  %4 = "t.c"(%1#1) : (i32) -> i32 loc(callsite("callee" at "caller"))
  // CHECK: %const = arith.constant
  // GENERIC: %const = "arith.constant"
  // NUMBERS: %c1_i32 = arith.constant
  %5 = arith.constant 1 : i32 loc("const")
  // CHECK: %0 = "t.c"
  %6 = "t.c"(%1#1) : (i32) -> i32 loc("")
  // CHECK: %_9_C3BC2F2321a_b = "t.c"
  %7 = "t.c"(%1#1) : (i32) -> i32 loc("9 \C3\BC/#!a b")
  "t.r"() ({
  ^bb0(%c: i32):
    "t.d"()[^bb1] : () -> ()
  // CHECK: ^bb1(%e: i32):
  // CHECK: %alpha_1 = "t.a"
  ^bb1(%e: i32 loc("e")):
    %8 = "t.a"() : () -> i32 loc("alpha")
  }) : () -> ()
  return
}
