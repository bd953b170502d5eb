// RUN: sed -n "/^...-- isa$/,/^...-- end$/p" %s > %t.isa.mlir
// RUN: sed -n "/^...-- graph$/,/^...-- end$/p" %s > %t.graph.mlir
// RUN: sed -n "/^...-- both$/,/^...-- end$/p" %s > %t.both.mlir
// RUN: sed -n "/^...-- machine$/,/^...-- end$/p" %s > %t.machine.mlir
// RUN: sed -n "/^...-- core$/,/^...-- end$/p" %s > %t.core.mlir
// RUN: pim-run %t.isa.mlir --timing --json %t.json | FileCheck %s
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: not pim-run %t.isa.mlir --json %t.json 2>&1 | FileCheck %s --check-prefix=USAGE
// RUN: not pim-run %t.graph.mlir --timing 2>&1 | FileCheck %s --check-prefix=GRAPH
// RUN: not pim-run %t.both.mlir --timing 2>&1 | FileCheck %s --check-prefix=BOTH
// RUN: not pim-run %t.machine.mlir --timing 2>&1 | FileCheck %s --check-prefix=MACHINE
// RUN: not pim-run %t.core.mlir --timing 2>&1 | FileCheck %s --check-prefix=CORE

// CHECK: isa.mlir: latency 0.{{[0-9]+}} ms, energy
// JSON: "timing_model" : "pimsim"
// USAGE: pim-run: error: --json writes what --timing finds out, which is not asked for
// GRAPH: error: 'builtin.module' op holds no program of the levels inst, isa and sim, which are simulated; pimc compile makes them
// BOTH: error: 'builtin.module' op has programs of timed actions beside such of instructions; expected one of them
// MACHINE: error: 'builtin.module' op has programs of timed actions, but no sim.machine that says their timing model and clock
// CORE: error: 'sim.core' op expects a core within [0, 2), but got 2

//--- isa
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
//--- end

//--- graph
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  func.func @main(%x: i32) -> i32 {
    return %x : i32
  }
  sim.bench {
    sim.run
  }
}
//--- end

//--- both
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  isa.core 0 groups [] {}
  sim.core 1 reorder 1 vectors 1 memories 0 groups 0 events 0 {}
}
//--- end

//--- machine
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.core 1 reorder 1 vectors 1 memories 0 groups 0 events 0 {}
}
//--- end

//--- core
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  sim.core 2 reorder 1 vectors 1 memories 0 groups 0 events 0 {}
}
//--- end
