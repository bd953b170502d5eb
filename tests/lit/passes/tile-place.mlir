// RUN: pim-opt %s --tile-place | FileCheck %s
// RUN: pim-opt %s --tile-place --tile-place | FileCheck %s

!in = !tile.fmap<6x4x4x!quant.uniform<i8:f32, 0.5>>
!map = !tile.fmap<20x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // CHECK-LABEL: @main
  func.func @main(%x: !in) -> (!map, !in) {
    // A core has two arrays, and 20 columns take both.
    // CHECK: tile.group of [0, 1) rows [0, 6) cols [0, 20) on core 0
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<20x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 6) cols [0, 20)
      }
    }
    // By hand on core 1, where one array is left then.
    // CHECK: tile.group of [0, 1) rows [0, 6) cols [0, 6) on core 1
    %1 = tile.conv2d %x weights dense_resource<b> : tensor<6x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !in {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 6) cols [0, 6) on core 1
      }
    }
    // CHECK: tile.group of [0, 1) rows [0, 3) cols [0, 20) on core 2
    // CHECK: tile.group of [0, 1) rows [3, 6) cols [0, 10) on core 1
    // CHECK: tile.group of [0, 1) rows [3, 6) cols [10, 20) on core 3
    %2 = tile.conv2d %x weights dense_resource<c> : tensor<20x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 3) cols [0, 20)
        tile.group of [0, 1) rows [3, 6) cols [0, 10)
        tile.group of [0, 1) rows [3, 6) cols [10, 20)
      }
    }
    // Where the first operand is made.
    // CHECK: tile.binary add {{.*}} on core 2
    %3 = tile.binary add %2, %0 : (!map, !map) -> !map
    // CHECK: tile.softmax {{.*}} on core 2
    %4 = tile.softmax %3 : !map -> !map
    // An input of the network is made by no core.
    // CHECK: tile.activation {{.*}} on core 0
    %5 = tile.activation #graph.activation<relu> %x : !in -> !in
    // CHECK: tile.binary mul {{.*}} on core 3
    %6 = tile.binary mul %5, %1 on core 3 : (!in, !in) -> !in
    return %4, %6 : !map, !in
  }
}
