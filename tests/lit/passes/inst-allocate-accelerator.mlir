// RUN: pim-opt %s --inst-allocate --verify-diagnostics

// A program for another accelerator.
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  // expected-error@+1 {{'inst.memory' op reaches byte 4104 of global memory, which has 4096}}
  inst.memory @far at 4096 : tensor<8xi8> scratch
  inst.memory @farther at 4088 : tensor<8xi8> scratch
  // expected-error@+1 {{'inst.core' op expects a core within [0, 2), but got 2}}
  inst.core 2 groups [] {
  }
  // expected-error@+2 {{'inst.core' op cannot hold its array group 0: it has 20 rows, but an array of core 0 has 16}}
  // expected-error@+1 {{'inst.core' op cannot hold its array group 2: it needs 1 arrays, but core 0 has only 0 of its 2 left}}
  inst.core 0 groups [#inst.group<dense_resource<w> : tensor<4x20x1x1xi16> groups 1 of 0 to 1 rows 0 to 20 cols 0 to 4 sums i64>,
                      #inst.group<dense_resource<v> : tensor<20x4x1x1xi16> groups 1 of 0 to 1 rows 0 to 4 cols 0 to 20 sums i64>,
                      #inst.group<dense_resource<v> : tensor<20x4x1x1xi16> groups 1 of 0 to 1 rows 0 to 4 cols 0 to 1 sums i64>] {
    // expected-error@+1 {{'inst.alloc' op reaches byte 72 of local memory, which has 64 on core 0}}
    %a = inst.alloc 8 at 64
    inst.for %i = 0 to 2 {
      // expected-error@+1 {{'inst.send' op expects a core within [0, 2), but got 5}}
      inst.send 5, %a[0], 8
    }
  }
}
