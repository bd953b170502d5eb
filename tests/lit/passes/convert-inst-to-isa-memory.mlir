// RUN: pim-opt %s --convert-inst-to-isa --verify-diagnostics

// A register has the low half of an address, and the high half is zero.
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4294967296, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  // expected-error@+1 {{'inst.memory' op ends at 3000000000, but addresses in global memory go up to 2147483647}}
  inst.memory @far at 2000000000 : tensor<1000000000xi8> scratch
  inst.core 0 groups [] {
  }
}
