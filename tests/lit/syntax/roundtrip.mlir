// RUN: pim-opt %s --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --allow-unregistered-dialect > %t && pim-opt %t --allow-unregistered-dialect > %t.again && diff %t %t.again
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic | pim-opt --allow-unregistered-dialect > %t.generic && diff %t %t.generic

// CHECK: #map = affine_map<(d0, d1)[s0] -> (d0 - d1 * 3 + s0, d0 mod 4)>
// CHECK: #set = affine_set<(d0) : (d0 - 3 >= 0)>
// CHECK: module @top attributes {a.x = 3 : i32}
module @top attributes {a.x = 3 : i32} {
  // CHECK: func.func private @ext(i32, tensor<?x4xf16>) -> (i1 {x.y}, f64)
  func.func private @ext(i32, tensor<?x4xf16>) -> (i1 {x.y}, f64)
  // CHECK: func.func @main(%arg0: i32 {a.name = "x"}, %arg1: tensor<*xf32>) -> i32
  func.func @main(%a: i32 {a.name = "x"}, %b: tensor<*xf32>) -> i32 {
    // CHECK: %0:2 = "t.regions"(%arg0, %arg1) ({
    %r:2 = "t.regions"(%a, %b) ({
    // CHECK: ^bb0(%arg2: index):
    ^entry(%z: index):
      "t.br"(%z)[^next] : (index) -> ()
    // CHECK: ^bb1:  // 2 preds: ^bb0, ^bb1
    ^next:
      "t.br"()[^next, ^last] : () -> ()
    // CHECK: ^bb2:  // pred: ^bb1
    ^last:
      "t.ret"() : () -> ()
    }) {m = affine_map<(i, j)[s] -> (i - 3 * j + s, i mod 4)>, s = affine_set<(d0) : (d0 >= 3)>} : (i32, tensor<*xf32>) -> (i32, i32)
    // CHECK: "t.attributes"() {a = 1.000000e-01 : f32, b = 9.9487839999999996E-4 : f64, c = dense<[1, -2]> : tensor<2xi8>, d = dense<1.500000e+00> : tensor<4xf32>
    // CHECK-SAME: e = [1, 2.500000e+00, "\22x\0A"], f = @a::@"b c", g = 0x7FC00000 : f32, h = vector<4x[8]xi1>, i = array<i64: 1, 2>, j = dense_resource<w> : tensor<3xf32>, k = [0x7FF8000000000000 : f64], l = 0.967755913 : f32}
    "t.attributes"() {a = 0.1 : f32, b = 9.948784e-04, c = dense<[1, -2]> : tensor<2xi8>, d = dense<1.5> : tensor<4xf32>, e = [1, 2.5, "\"x\n"], f = @a::@"b c",
                      g = 0x7FC00000 : f32, h = vector<4x[8]xi1>, i = array<i64: 1, 2>, j = dense_resource<w> : tensor<3xf32>, k = [0x7FF8000000000000 : f64],
                      l = 0.967755914 : f32} : () -> ()
    // CHECK: "t.types"() : () -> (memref<4x?xi8, strided<[?, 1], offset: ?>, 3>, !unknown.type<4x5xf32, [->]>, tuple<i1, none>, complex<f32>)
    %t:4 = "t.types"() : () -> (memref<4x?xi8, strided<[?, 1], offset: ?>, 3>, !unknown.type<4x5xf32, [->]>, tuple<i1, none>, complex<f32>)
    // CHECK: return %0#1 : i32
    return %r#1 : i32
  }
}
