// RUN: not pim-opt %s --convert-isa-to-sim 2>&1 | FileCheck %s

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {
    isa.setbw ibiw 8, obiw 8
    isa.sldi r1, 3
    isa.for %i = 0 to 1000 {
      // CHECK: :[[@LINE+1]]:7: error: 'isa.vrelu' op uses the address in r1, which is no affine expression of the variables of the loops around; isa.sldi gives a register such an address
      isa.vrelu r0, r1, len 8
      isa.smul r1, r1, r1
    }
  }
}
