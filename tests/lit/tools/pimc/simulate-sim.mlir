// The actions of a program take the time of its instructions; with other durations, another one.
// RUN: pimc simulate %s --json %t.isa.json > /dev/null
// RUN: pim-opt %s --convert-isa-to-sim -o %t.mlir
// RUN: pimc simulate %t.mlir --json %t.sim.json > /dev/null
// RUN: grep latency_ms %t.isa.json > %t.isa.txt
// RUN: grep latency_ms %t.sim.json > %t.sim.txt
// RUN: diff %t.isa.txt %t.sim.txt
// RUN: sed -e "s/sim.compute 3 ns/sim.compute 5003 ns/" %t.mlir > %t.slow.mlir
// RUN: pimc simulate %t.slow.mlir | FileCheck %s
// RUN: sed -e "s/pimsim/other/" %t.mlir > %t.other.mlir
// RUN: not pimc simulate %t.mlir --timing-model pipelined-noc 2>&1 | FileCheck %s --check-prefix=ASKED
// RUN: not pimc simulate %t.other.mlir 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// CHECK: latency 0.040156 ms, energy
// ASKED: error: 'sim.machine' op has actions of the timing model 'pimsim', but pipelined-noc is asked for; it has to be made anew of machine instructions
// UNKNOWN: error: 'sim.machine' op names the timing model 'other', but there are only pimsim, pipelined-noc
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {
    isa.setbw ibiw 8, obiw 16
    isa.for %i = 0 to 8 {
      isa.sldi r0, %i * 32 + 512
      isa.vvadd r3, r0, r5, len 20
    }
  }
}
