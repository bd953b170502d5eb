// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

// CHECK: inst.memory @x at 0 : !tile.fmap<4x8x8xi16> halo [1, 1, 1, 1] input
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> halo [1, 1, 1, 1] input
// CHECK: inst.memory @bias at 800 : tensor<4xi32> constant value dense_resource<bias> : tensor<4xi32>
inst.memory @bias at 800 : tensor<4xi32> constant value dense_resource<bias> : tensor<4xi32>
// CHECK: inst.memory @y at 816 : !tile.fmap<4x1x1xi16> output shape [1, 4]
inst.memory @y at 816 : !tile.fmap<4x1x1xi16> output shape [1, 4]

// CHECK: inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
  // CHECK: %[[A:.*]] = inst.alloc 72 at 0
  %a = inst.alloc 72 at 0
  // CHECK: %[[B:.*]] = inst.alloc 64
  %b = inst.alloc 64
  // CHECK: inst.for %[[Y:.*]] = 0 to 8 {
  inst.for %y = 0 to 8 {
    // CHECK: inst.for %[[X:.*]] = 1 to 8 step 2 {
    inst.for %x = 1 to 8 step 2 {
      // CHECK: inst.load %[[A]][0], @x[%[[Y]] * 80 + %[[X]] * 8 - 8], 24 rows 3 stride 80
      inst.load %a[0], @x[%y * 80 + %x * 8 - 8], 24 rows 3 stride 80
      // CHECK: inst.store @y[0], %[[A]][%[[X]]], 2 rows 2 stride -4 local_stride 6
      inst.store @y[0], %a[%x], 2 rows 2 stride -4 local_stride 6
      // CHECK: inst.copy %[[A]][0], %[[B]][((%[[X]] + %[[Y]]) mod 4) * 8], 8 rows 2 stride 0
      inst.copy %a[0], %b[((%x + %y) mod 4) * 8], 8 rows 2 stride 0
      // CHECK: inst.write %[[A]][0], 36, -1 width 2
      inst.write %a[0], 36, -1 width 2
      // CHECK: inst.mvm group 0, %[[B]][32], %[[A]][0]
      inst.mvm group 0, %b[32], %a[0]
      // CHECK: inst.vec #inst.fn<accumulate (64:10, 32:4) -> 64:10>, %[[B]][0], %[[B]][%[[Y]]], %[[B]][32] length 4
      inst.vec #inst.fn<accumulate (64:10, 32:4) -> 64:10>, %b[0], %b[%y], %b[32] length 4
      // CHECK: inst.vec #inst.fn<requantize (64:10) -> 16:-5, #graph.activation<relu>>, %[[A]][0], %[[B]][0] length 4
      inst.vec #inst.fn<requantize (64:10) -> 16:-5, #graph.activation<relu>>, %a[0], %b[0] length 4
      // CHECK: inst.vec #inst.fn<lrn (16:10) -> 16:5, size 5, alpha {{1.*}}, beta 0.75, bias 1>, %[[A]][0], %[[B]][0] length 4
      inst.vec #inst.fn<lrn (16:10) -> 16:5, size 5, alpha 1.0e-4, beta 0.75, bias 1>, %a[0], %b[0] length 4
      // CHECK: inst.send 4, %[[A]][%[[X]] * 2], 8
      inst.send 4, %a[%x * 2], 8
      // CHECK: inst.recv 4, %[[A]][0], 8
      inst.recv 4, %a[0], 8
    }
  }
}
