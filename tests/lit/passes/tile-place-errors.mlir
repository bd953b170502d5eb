// RUN: pim-opt %s --tile-place --verify-diagnostics --split-input-file

!in = !tile.fmap<6x4x4x!quant.uniform<i8:f32, 0.5>>
!map = !tile.fmap<20x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 1, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 1]}}}} {
  func.func @main(%x: !in) -> (!map, !map) {
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<20x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 6) cols [0, 20)
      }
    }
    // expected-error@+1 {{'tile.conv2d' op does not fit: no core has the 2 arrays left for its array group of [0, 1) rows [0, 6) cols [0, 20); the layer needs 2 arrays and the network 4, and the accelerator has 2 in 1 cores}}
    %1 = tile.conv2d %x weights dense_resource<a> : tensor<20x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 6) cols [0, 20)
      }
    }
    return %0, %1 : !map, !map
  }
}

// -----

!in = !tile.fmap<6x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 1, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 1]}}}} {
  func.func @main(%x: !in) -> !in {
    // expected-error@+1 {{'tile.conv2d' op has no array groups to place; expected those that tile-unfold makes}}
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<6x6x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !in {}
    return %0 : !in
  }
}

// -----

!in = !tile.fmap<20x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 1, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 1]}}}} {
  func.func @main(%x: !in) -> !in {
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<20x20x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !in {
      tile.replica windows [0, 16) {
        // expected-error@+1 {{'tile.group' op has 20 rows, but an array of core 0 has 16}}
        tile.group of [0, 1) rows [0, 20) cols [0, 20) on core 0
      }
    }
    return %0 : !in
  }
}

// -----

!in = !tile.fmap<20x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 1, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 1]}}}} {
  func.func @main(%x: !in) -> !in {
    %0 = tile.conv2d %x weights dense_resource<a> : tensor<20x20x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !in {
      tile.replica windows [0, 16) {
        // expected-error@+1 {{'tile.group' op has 20 rows, but no array has more than 16; tile-unfold cuts groups to fit}}
        tile.group of [0, 1) rows [0, 20) cols [0, 20)
      }
    }
    return %0 : !in
  }
}

// -----

// expected-error@+1 {{'builtin.module' op expects the attribute 'arch.accelerator' that describes the accelerator to compile for, but got none; arch-attach gives it one}}
module {
}
