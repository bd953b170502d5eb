// RUN: pim-opt %s --convert-tile-to-inst | FileCheck %s

!in = !tile.fmap<2x4x4x!quant.uniform<i8:f32, 0.5>>
!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

// CHECK: inst.memory @x at 0 : !tile.fmap<2x4x4x!quant.uniform<i8:f32, 5.000000e-01>> halo [1, 1, 1, 1] input
// CHECK: inst.memory @y at 72 : !tile.fmap<4x4x4x!quant.uniform<i8:f32, 5.000000e-01>> output
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !in {graph.name = "x"}) -> (!map {graph.name = "y"}) {
    // The rows of the matrix are on two cores. Core 1 sends its partial sums of a row of windows to core 0, which makes the outputs.
    // CHECK-LABEL: inst.core 0
    // CHECK: inst.for %[[Y:.*]] = 0 to 4 {
    // CHECK-NEXT: inst.for %[[X:.*]] = 0 to 4 {
    // Two whole kernel rows of three taps: one strided load.
    // CHECK-NEXT: inst.load %[[IN:.*]][0], @x[%[[Y]] * 12 + %[[X]] * 2], 6 rows 2 stride 12
    // CHECK-NEXT: inst.mvm group 0, %[[SUM:.*]][%[[X]] * 16], %[[IN]][0]
    // CHECK-NEXT: }
    // CHECK-NEXT: inst.recv 1, %[[OTHERS:.*]][0], 64
    // CHECK-NEXT: inst.vec #inst.fn<accumulate (32:2, 32:2) -> 32:2>, %[[SUM]][0], %[[SUM]][0], %[[OTHERS]][0] length 16
    // CHECK-NEXT: inst.vec #inst.fn<requantize (32:2) -> 8:1, #graph.activation<relu>>, %[[OUT:.*]][0], %[[SUM]][0] length 16
    // CHECK-NEXT: inst.store @y[%[[Y]] * 16], %[[OUT]][0], 16
    // CHECK-LABEL: inst.core 1
    // CHECK: inst.mvm group 0
    // CHECK-NEXT: }
    // CHECK-NEXT: inst.send 0, %{{.*}}[0], 64
    %0 = tile.conv2d %x weights dense_resource<w> : tensor<4x2x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] groups 1 activation #graph.activation<relu> : !in -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 12) cols [0, 4) on core 0
        tile.group of [0, 1) rows [12, 18) cols [0, 4) on core 1
      }
    }
    return %0 : !map
  }
}
