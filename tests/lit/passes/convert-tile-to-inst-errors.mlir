// RUN: pim-opt %s --convert-tile-to-inst --verify-diagnostics --split-input-file

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

// expected-error@+1 {{'builtin.module' op expects the attribute 'arch.accelerator' that describes the accelerator to compile for, but got none; arch-attach gives it one}}
module {
  func.func @main(%x: !map) -> !map {
    return %x : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

// expected-error@+1 {{expected a function of tile layers in the module, but got none}}
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {

}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map) -> !map {
    return %x : !map
  }
  // expected-error@+1 {{expected one function in the module, but got a second}}
  func.func @other(%x: !map) -> !map {
    return %x : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map) -> !map {
    // expected-error@+1 {{'tile.softmax' op has no core yet; run tile-place first}}
    %0 = tile.softmax %x : !map -> !map
    return %0 : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map) -> !map {
    // expected-error@+1 {{'tile.conv2d' op has no array groups yet; run tile-unfold first}}
    %0 = tile.conv2d %x weights dense_resource<w> : tensor<4x4x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !map -> !map {
    }
    return %0 : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map) -> !map {
    // expected-error@+1 {{'tile.conv2d' op has an array group without a core; run tile-place first}}
    %0 = tile.conv2d %x weights dense_resource<w> : tensor<4x4x1x1x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !map -> !map {
      tile.replica windows [0, 16) {
        tile.group of [0, 1) rows [0, 4) cols [0, 4)
      }
    }
    return %0 : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // expected-error@+1 {{'func.func' op expects inputs and outputs of different names, but got 'x' twice}}
  func.func @main(%x: !map {graph.name = "x"}) -> (!map {graph.name = "x"}) {
    return %x : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 100, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // expected-error@+1 {{'inst.memory' op reaches byte 128 of global memory, which has 100}}
  func.func @main(%x: !map) -> !map {
    return %x : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map) -> !map {
    // expected-error@+1 {{'builtin.unrealized_conversion_cast' op is no layer of tile; expected a program as convert-graph-to-tile makes it}}
    %0 = builtin.unrealized_conversion_cast %x : !map to !map
    return %0 : !map
  }
}

// -----

!map = !tile.fmap<4x4x4xi8>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // expected-error@+1 {{expected numbers of a quantised type, but got i8; run graph-quantize first}}
  func.func @main(%x: !map) -> !map {
    return %x : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  func.func @main(%x: !map {graph.name = "x"}) -> (!map {graph.name = "y"}) {
    // expected-error@+1 {{'tile.pool' op expects a core within [0, 4), but got 7}}
    %0 = tile.pool max %x kernel [1, 1] strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] on core 7 : !map -> !map
    return %0 : !map
  }
}

// -----

!map = !tile.fmap<4x4x4x!quant.uniform<i8:f32, 0.5>>

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // expected-error@+1 {{'func.func' op expects input 'x' to be a tensor of 1 to 2147483647 elements, but its graph.shape is 2147483648x4x4x4}}
  func.func @main(%x: !map {graph.name = "x", graph.shape = array<i64: 2147483648, 4, 4, 4>}) -> !map {
    return %x : !map
  }
}
