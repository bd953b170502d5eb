// Events between cores, computed by hand for cores with one instruction in flight, a clock of 1 ns and links of 5 ns: the first instruction of a core
// starts at 3 ns, an end at the edge f is seen at f + 1, the next instruction starts at f + 2.
// RUN: pimc simulate %s --json %t.json
// RUN: FileCheck %s --input-file %t.json
// RUN: sed 's/wait_value 1/wait_value 2/' %s > %t.never.mlir
// RUN: not pimc simulate %t.never.mlir 2>&1 | FileCheck %s --check-prefix=NEVER

// Core 0 signals from 3 ns on for one period, and since that ends together with the clock it is seen at the next edge, 5 ns. The second signal starts at
// 7 ns, leaves when the first has arrived at 8 ns and arrives at 13 ns. It ends at 8 ns as that does, and in the heap of the reference it comes before the
// clock then: below the arrival, which is the root, it takes the place of the timer, and goes up in front of the clock. So the core ends at 9 ns.
// Core 1 waits from 3 ns until the first signal arrives at 8 ns, which is seen at 9 ns. The register is 0 again. From 11 ns it waits for the second, which
// arrives at 13 ns, is seen at 14 ns, and the core ends at 15 ns.
// CHECK: "latency_ms" : 1.5E-5
// CHECK: "core_finish_ms" : [ 9.0E-6, 1.5E-5 ]
// NEVER: error: deadlock: core 1 waits in 'isa.wait' for event register 3 to be 2, which is 0
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}},
    pimlico = {network = {hop_latency = 5}}}} {
  isa.core 0 groups [] {
    isa.sync event_register 3, core 1
    isa.sync event_register 3, core 1
  }
  isa.core 1 groups [] {
    isa.wait event_register 3, wait_value 1
    isa.wait event_register 3, wait_value 1
  }
}
