// RUN: pim-run %s --timing --trace %t.json | FileCheck %s
// RUN: FileCheck %s --check-prefix=TRACE --input-file %t.json
// RUN: not pim-run %s --trace %t.none.json 2>&1 | FileCheck %s --check-prefix=USAGE
// RUN: not cat %t.none.json

// CHECK: trace.mlir: latency 0.{{[0-9]+}} ms, energy
// TRACE: "traceEvents":[
// TRACE: "ph":"X","name":"lldi","cat":"lldi","pid":0
// TRACE: "ph":"X","name":"vvadd"
// USAGE: pim-run: error: --trace writes what --timing finds out, which is not asked for
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {
    isa.setbw ibiw 8, obiw 16
    isa.sldi r0, 0
    isa.sldi r3, 128
    isa.sldi r5, 32
    isa.lldi r0, 1, size 64
    isa.vvadd r3, r0, r5, len 20
  }
}
