// RUN: pim-opt %s --convert-isa-to-sim | FileCheck %s
// RUN: not pim-opt %s --pass-pipeline='builtin.module(convert-isa-to-sim{timing-model=guess})' 2>&1 | FileCheck %s --check-prefix=MODEL
// MODEL: error: convert-isa-to-sim: there is no timing model 'guess'; there are pimsim

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  // CHECK: sim.machine "pimsim" period 1 ns timer
  // CHECK: sim.core 0 reorder 4 vectors 1 memories 0 groups 2 crossbars [2, 1] events 32 {
  isa.core 0 groups [2, 1] {
    // CHECK-NEXT: sim.decode 4{{$}}
    isa.setbw ibiw 8, obiw 16
    isa.sldi r3, 64
    isa.sldi r5, 7
    // Counted up in the loop, and set in front of its first round to something else than by the others.
    // CHECK-NEXT: sim.issue vvadd on vector memory[read 21 at 512, read 21 at 11, write 21 at 64]
    // CHECK: sim.for %[[I:.*]] = 1 to 8 {
    isa.for %i = 0 to 8 {
      // CHECK-NEXT: sim.decode 1
      // CHECK-NEXT: sim.issue vvadd on vector memory[read 21 at %[[I]] * 32 + 512, read 21 at %[[I]] * 32 + 484, write 21 at %[[I]] * 16 + 64] local 60 spends
      // CHECK-NEXT: sim.access 4 ns
      // CHECK-NEXT: sim.access 4 ns
      // CHECK-NEXT: sim.compute 3 ns
      // CHECK-NEXT: sim.elapse
      // CHECK-NEXT: sim.access 6 ns
      // CHECK-NEXT: sim.elapse
      isa.sldi r0, %i * 32 + 512
      isa.vvadd r3, r0, r5, len 20, offset 4 rs2
      isa.saddi r3, r3, 16
      isa.sadd r5, r0, r31
    }
    // CHECK: sim.issue mvmul on matrix group 1 memory[read 17 at 0, write 9 at 192] local 136 spends
    isa.mvmul r3, r31, mbiw 8, group 1
    // CHECK: sim.issue send on transfer core 1 memory[read 65 at 736]
    // CHECK-NEXT: sim.offer 1
    // CHECK: sim.transmit 64
    isa.send r3, core 1, size 64
    // CHECK: sim.issue sync on transfer core 1 event 3 {
    isa.sync event_register 3, core 1
  }
  // CHECK: sim.core 1 reorder 4
  isa.core 1 groups [] {
    isa.setbw ibiw 8, obiw 8
    // CHECK: sim.issue recv on transfer core 0 memory[write 65 at 0]
    isa.recv r2, core 0, size 64
    // CHECK: sim.issue wait on transfer event 3 value 1 {
    // CHECK-NEXT: sim.await
    isa.wait event_register 3, wait_value 1
  }
}
