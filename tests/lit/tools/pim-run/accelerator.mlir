// RUN: not pim-run %s 2>&1 | FileCheck %s

// CHECK: accelerator.mlir:[[@LINE+8]]:3: error: 'inst.core' op expects a core within [0, 2), but got 7
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  inst.memory @y at 0 : !tile.fmap<1x1x1xi16> output
  inst.core 7 groups [] {
  }
}
