// Samples one behind the other: the first of a program of its own, then each in the time that the pipeline has for it.
// RUN: not pim-run %s --timing --json %t.json --trace %t.trace > %t.out 2> %t.err
// RUN: FileCheck %s --check-prefix=ERR --input-file %t.err
// RUN: FileCheck %s --input-file %t.out
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: FileCheck %s --check-prefix=TRACE --input-file %t.trace

// CHECK: samples.done: 1
// CHECK: samples.done: 5
// CHECK: samples.warm_up: 1
// CHECK: samples.throughput_per_s: {{[0-9.]+}}
// CHECK: local_memory.touched_bytes: 0
// CHECK: front_end_ms.unit: 0
// JSON: "samples" : {
// JSON-NEXT: "done" : 5
// TRACE-COUNT-5: "ph":"X","name":"vrelu"
// TRACE-NOT: "ph":"X"
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  sim.core 0 reorder 1 vectors 1 memories 0 groups 0 events 0 {
    sim.issue vrelu on vector {
      sim.compute 105 ns
      sim.elapse
    }
  }
  sim.bench {
    sim.run
    sim.report samples
    // ERR: error: 'sim.expect_throughput' op expected at most 1.0 samples a second, but got {{[0-9.E]+}} samples a second
    sim.expect_throughput at_most 1.0
    sim.run samples 5 warm_up 1
    // One behind the other takes 105 ns, the dispatch, the retirement and the start: 108 ns.
    sim.expect_throughput at_least 9.25e6 at_most 9.3e6
    sim.expect_time at_least 537 ns at_most 545 ns
    sim.report samples
    sim.report local_memory
    sim.report front_end
  }
}
