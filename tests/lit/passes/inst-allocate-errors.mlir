// RUN: pim-opt %s --inst-allocate --verify-diagnostics --split-input-file

// expected-error@+1 {{'builtin.module' op expects the attribute 'arch.accelerator' that describes the accelerator to compile for, but got none; arch-attach gives it one}}
module {
  inst.core 0 groups [] {
  }
}

// -----

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  inst.core 0 groups [] {
    %a = inst.alloc 40
    %b = inst.alloc 36
    inst.write %a[0], 40, 1
    // expected-error@+1 {{'inst.vec' op works on 72 bytes of local memory at once, but core 0 has 64}}
    inst.vec #inst.fn<softmax (16:1) -> 16:1>, %b[0], %a[0] length 18
    inst.vec #inst.fn<softmax (16:1) -> 8:1>, %b[0], %a[0] length 20
  }
}

// -----

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  inst.core 0 groups [] {
    // expected-error@+1 {{'inst.alloc' op and buffers beside it take 70 bytes of local memory at once, but core 0 has 64}}
    %a = inst.alloc 40 at 0
    %b = inst.alloc 30
    inst.write %a[0], 40, 1
    inst.write %b[0], 30, 1
    inst.copy %b[0], %a[0], 2
  }
}

// -----

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 100, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  inst.memory @x at 0 : tensor<90xi8> scratch
  inst.core 0 groups [] {
    // expected-error@+1 {{'inst.alloc' op must be spilled to bytes [90, 130) of global memory, which has 100}}
    %a = inst.alloc 40
    %b = inst.alloc 30
    inst.write %a[0], 40, 1
    inst.write %b[0], 30, 1
    inst.copy %b[0], %a[0], 2
  }
}

// -----

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 1024, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // expected-error@+1 {{'inst.core' op expects a core within [0, 4), but got 4}}
  inst.core 4 groups [] {
  }
}
