// Bytes beyond the memory are told where they are known; the ranges of pimsim's actions are not those that are moved.
// RUN: pimc simulate %s | FileCheck %s
// RUN: pim-opt %s --convert-isa-to-sim -o %t.mlir
// RUN: pimc simulate %t.mlir --json %t.json | FileCheck %s --check-prefix=ABOUT
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json

// CHECK: local memory: 96 bytes touched of 4096 (2.3 %) on core 1, the most of a core; they end at 4128, beyond the memory
// ABOUT: local memory: about {{[0-9]+}} bytes touched of 4096 ({{[0-9.]+}} %) on core 1, the most of a core{{$}}
// JSON: "exact" : false
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {
    isa.setbw ibiw 8, obiw 8
    isa.sldi r0, 0
    isa.sldi r1, 32
    isa.vrelu r1, r0, len 16
  }
  isa.core 1 groups [] {
    isa.setbw ibiw 8, obiw 8
    isa.sldi r0, 4064
    isa.sldi r1, 0
    isa.lmv r0, r1, size 32
    isa.vvadd r0, r0, r0, len 64
  }
}
