// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

!in = !tile.fmap<4x6x5x!quant.uniform<i16:f32, 0.5>>
!map = !tile.fmap<6x3x3x!quant.uniform<i16:f32, 0.5>>
!row = !tile.fmap<6x1x1x!quant.uniform<i16:f32, 0.5>>

// CHECK-LABEL: func.func @layers
func.func @layers(%x: !in) -> !map {
  // CHECK: %[[CONV:.*]] = tile.conv2d %{{.*}} weights dense_resource<w> : tensor<6x2x3x3x!quant.uniform<i16:f32, 2.500000e-01>>
  // CHECK-SAME: bias dense_resource<b> : tensor<6x!quant.uniform<i32:f32, 1.250000e-01>>
  // CHECK-SAME: strides [2, 2] pads [1, 1, 0, 1] dilations [1, 1] groups 2 activation #graph.activation<relu> unfold [18, 3, 2]
  // CHECK-SAME: : !tile.fmap<4x6x5x!quant.uniform<i16:f32, 5.000000e-01>> -> !tile.fmap<6x3x3x!quant.uniform<i16:f32, 5.000000e-01>> {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x2x3x3x!quant.uniform<i16:f32, 0.25>> bias dense_resource<b> : tensor<6x!quant.uniform<i32:f32, 0.125>>
       strides [2, 2] pads [1, 1, 0, 1] dilations [1, 1] groups 2 activation #graph.activation<relu> unfold [18, 3, 2] : !in -> !map {
    // CHECK-NEXT: tile.replica windows [0, 4) {
    tile.replica windows [0, 4) {
      // CHECK-NEXT: tile.group of [0, 2) rows [0, 36) cols [0, 6) on core 3
      tile.group of [0, 2) rows [0, 36) cols [0, 6) on core 3
    }
    // CHECK: tile.replica windows [4, 9) {
    tile.replica windows [4, 9) {
      // CHECK-NEXT: tile.group of [0, 1) rows [0, 18) cols [0, 3)
      // CHECK-NEXT: tile.group of [1, 2) rows [0, 10) cols [0, 3)
      // CHECK-NEXT: tile.group of [1, 2) rows [10, 18) cols [0, 3)
      tile.group of [0, 1) rows [0, 18) cols [0, 3)
      tile.group of [1, 2) rows [0, 10) cols [0, 3)
      tile.group of [1, 2) rows [10, 18) cols [0, 3)
    }
  }
  // CHECK: tile.pool max %[[CONV]] kernel [3, 3] strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] on core 0
  %1 = tile.pool max %0 kernel [3, 3] strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] on core 0 : !map -> !map
  // CHECK: tile.pool average %{{.*}} kernel [3, 3] strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] count_include_pad :
  %2 = tile.pool average %1 kernel [3, 3] strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] count_include_pad : !map -> !map
  // CHECK: tile.activation #graph.activation<sigmoid> %{{.*}} on core 1
  %3 = tile.activation #graph.activation<sigmoid> %2 on core 1 : !map -> !map
  // CHECK: tile.constant dense_resource<c> : tensor<6x!quant.uniform<i16:f32, 5.000000e-01>>
  %4 = tile.constant dense_resource<c> : tensor<6x!quant.uniform<i16:f32, 0.5>> : !row
  // CHECK: tile.binary add %{{.*}}, %{{.*}} : (
  %5 = tile.binary add %3, %4 : (!map, !row) -> !map
  // CHECK: tile.softmax %{{.*}} :
  %6 = tile.softmax %5 : !map -> !map
  // CHECK: tile.lrn %{{.*}} size 5 alpha 1.000000e-04 beta 7.500000e-01 bias 2.000000e+00 :
  %7 = tile.lrn %6 size 5 alpha 1.0e-04 beta 0.75 bias 2.0 : !map -> !map
  // CHECK: tile.mean %{{.*}} :
  %8 = tile.mean %7 : !map -> !tile.fmap<1x3x3x!quant.uniform<i16:f32, 0.5>>
  // CHECK: tile.concat %{{.*}}, %{{.*}} along c :
  %9 = tile.concat %7, %8 along c : (!map, !tile.fmap<1x3x3x!quant.uniform<i16:f32, 0.5>>) -> !tile.fmap<7x3x3x!quant.uniform<i16:f32, 0.5>>
  // CHECK: tile.move %{{.*}} extents [3, 3, 6] from 0 strides [21, 7, 1] to 17 strides [-6, 18, -1] fill 0 on core 2 :
  %10 = tile.move %9 extents [3, 3, 6] from 0 strides [21, 7, 1] to 17 strides [-6, 18, -1] fill 0 on core 2
        : !tile.fmap<7x3x3x!quant.uniform<i16:f32, 0.5>> -> !map
  return %10 : !map
}
