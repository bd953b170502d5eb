// RUN: pim-opt --allow-unregistered-dialect %s | pim-filecheck %s
// RUN: pim-opt --allow-unregistered-dialect %s | pim-opt --allow-unregistered-dialect | pim-filecheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck --check-prefix=GENERIC %s

// In custom forms a constant is named by what it is; a name that is taken, here or around, gets a number behind it.
// CHECK-LABEL: func.func @names(%arg0: i32)
// GENERIC: %0 = "arith.constant"() <{value = 1 : i32}>
func.func @names(%a: i32) {
  // CHECK: %c1_i32 = arith.constant 1 : i32
  // CHECK: %c1_i32_0 = arith.constant 1 : i32
  // CHECK: %c-5_i32 = arith.constant -5 : i32
  // CHECK: %true = arith.constant true
  // CHECK: %false = arith.constant false
  // CHECK: %c7 = arith.constant 7 : index
  // CHECK: %cst = arith.constant 1.500000e+00 : f32
  // CHECK: %cst_1 = arith.constant dense<1> : tensor<2xi32>
  // CHECK: %f = constant @names : (i32) -> ()
  %0 = arith.constant 1 : i32
  %1 = arith.constant 1 : i32
  %2 = arith.constant -5 : i32
  %3 = arith.constant true
  %4 = arith.constant false
  %5 = arith.constant 7 : index
  %6 = arith.constant 1.5 : f32
  %7 = arith.constant dense<1> : tensor<2xi32>
  %8 = constant @names : (i32) -> ()
  // CHECK: %0 = "t.region"() ({
  // CHECK: %c1_i32_2 = arith.constant 1 : i32
  // CHECK: "t.use"(%c1_i32_2, %c1_i32_0) : (i32, i32) -> ()
  // CHECK: }, {
  // CHECK: %c1_i32_2 = arith.constant 1 : i32
  %9 = "t.region"() ({
    %10 = arith.constant 1 : i32
    "t.use"(%10, %1) : (i32, i32) -> ()
  }, {
    %10 = arith.constant 1 : i32
  }) : () -> i32
  return
}

// CHECK-LABEL: func.func @anew()
// CHECK: %c1_i32 = arith.constant 1 : i32
func.func @anew() {
  %0 = arith.constant 1 : i32
  return
}
