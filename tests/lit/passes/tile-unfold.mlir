// RUN: pim-opt %s --tile-unfold | FileCheck %s

!in = !tile.fmap<6x4x4x!quant.uniform<i8:f32, 0.5>>
!depth = !tile.fmap<6x2x2x!quant.uniform<i8:f32, 0.5>>
!wide = !tile.fmap<40x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // CHECK-LABEL: @decided_by_the_pass
  func.func @decided_by_the_pass(%x: !in) -> (!depth, !wide) {
    // Each of the six convolution groups has 9 rows, so that an array of 16 holds but one of them.
    // CHECK: tile.conv2d %{{.*}} groups 6 unfold [9, 1, 6]
    // CHECK-NEXT: tile.replica windows [0, 4) {
    // CHECK-NEXT: tile.group of [0, 1) rows [0, 9) cols [0, 1)
    // CHECK-NEXT: tile.group of [1, 2) rows [0, 9) cols [0, 1)
    // CHECK: tile.group of [5, 6) rows [0, 9) cols [0, 1)
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<6x1x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 6 : !in -> !depth {}
    // Two arrays of a core hold 32 columns.
    // CHECK: tile.conv2d %{{.*}} groups 1 unfold [6, 40, 1]
    // CHECK-NEXT: tile.replica windows [0, 16) {
    // CHECK-NEXT: tile.group of [0, 1) rows [0, 6) cols [0, 32)
    // CHECK-NEXT: tile.group of [0, 1) rows [0, 6) cols [32, 40)
    // CHECK-NEXT: }
    %1 = tile.conv2d %x weights dense_resource<b> : tensor<40x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !wide {}
    return %0, %1 : !depth, !wide
  }

  // CHECK-LABEL: @decided_by_hand
  func.func @decided_by_hand(%x: !in) -> (!depth, !depth) {
    // CHECK: unfold [18, 6, 3]
    // CHECK-NEXT: tile.replica windows [0, 4) {
    // CHECK-NEXT: tile.group of [0, 1) rows [0, 16) cols [0, 6)
    // CHECK-NEXT: tile.group of [0, 1) rows [16, 18) cols [0, 6)
    // CHECK-NEXT: tile.group of [0, 1) rows [18, 34) cols [0, 6)
    %0 = tile.conv2d %x weights dense_resource<c> : tensor<6x6x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 unfold [18, 6, 3] : !in -> !depth {}
    // CHECK: tile.conv2d %{{.*}} groups 6 : {{.*}} {
    // CHECK-NEXT: tile.replica windows [0, 4) {
    // CHECK-NEXT: tile.group of [0, 6) rows [0, 54) cols [0, 6) on core 3
    // CHECK-NEXT: }
    %1 = tile.conv2d %x weights dense_resource<a> : tensor<6x1x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 6 : !in -> !depth {
      tile.replica windows [0, 4) {
        tile.group of [0, 6) rows [0, 54) cols [0, 6) on core 3
      }
    }
    return %0, %1 : !depth, !depth
  }
}
