// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

// CHECK: sim.machine "pimsim" period 1 ns timer 20 ns
sim.machine "pimsim" period 1000 ps timer 20 ns
// CHECK: sim.core 0 reorder 4 keeps_writes vectors 1 memories 1 groups 2 events 32 {
sim.core 0 reorder 4 keeps_writes vectors 1 memories 1 groups 2 events 32 {
  // CHECK: sim.decode 2
  sim.decode 2
  // CHECK: sim.for %[[I:.*]] = 0 to 8 step 2 {
  sim.for %i = 0 to 8 step 2 {
    // CHECK: sim.issue mvmul on matrix group 1 memory[read 256 at %[[I]] * 32 + 512, read 1 at 4, write 128 at %[[I]] mod 4] local 384 spends local_memory 1.25, matrix_unit 130.5 {
    sim.issue mvmul on matrix group 1 memory[read 256 at 512 + %i * 32, read 1 at 4, write 128 at %i mod 4] local 384
        spends local_memory 1.25, matrix_unit 130.5 {
      // CHECK-NEXT: sim.access 320 ns
      sim.access 320 ns
      // CHECK-NEXT: sim.compute 1305001 ps
      sim.compute 1305001 ps
      // CHECK-NEXT: sim.elapse
      sim.elapse
    }
  }
  // CHECK: sim.issue ld on memory global 64 {
  sim.issue ld on memory global 64 {
    // CHECK-NEXT: sim.load request 1 access 3000 ns answer 64
    sim.load request 1 access 3 us answer 64
  }
  // CHECK: sim.issue st on transfer memory[read 64 at 0] {
  sim.issue st on transfer memory[read 64 at 0] {
    // CHECK-NEXT: sim.store 64 access 1000000 ns
    sim.store 64 access 1 ms
  }
  // CHECK: sim.issue send on transfer core 1 attributes {note = "x"} {
  sim.issue send on transfer core 1 attributes {note = "x"} {
    // CHECK-NEXT: sim.offer 1
    sim.offer 1
    // CHECK-NEXT: sim.transmit 64
    sim.transmit 64
  }
  // CHECK: sim.issue recv on transfer core 1 memory[write 64 at 0] {
  sim.issue recv on transfer core 1 memory[write 64 at 0] {
    // CHECK-NEXT: sim.accept 1
    sim.accept 1
  }
  // CHECK: sim.issue sync on transfer core 1 event 3 {
  sim.issue sync on transfer core 1 event 3 {
    // CHECK-NEXT: sim.signal 1
    sim.signal 1
  }
  // CHECK: sim.issue wait on transfer event 3 value 1 {
  sim.issue wait on transfer event 3 value 1 {
    // CHECK-NEXT: sim.await
    sim.await
  }
}
// CHECK: sim.core 1 reorder 1 vectors 1 memories 0 groups 2 crossbars [2, 1] events 0 {
sim.core 1 reorder 1 vectors 1 memories 0 groups 2 crossbars [2, 1] events 0 {}
// CHECK: sim.core 2 reorder 1 vectors 1 memories 0 groups 1 crossbars [1] weights [#inst.group<dense_resource<w> : tensor<4x3x1x1xi8> groups 1 of 0 to 1 rows 0 to 3 cols 0 to 4 sums i32>] events 0 {
sim.core 2 reorder 1 vectors 1 memories 0 groups 1 crossbars [1]
  weights [#inst.group<dense_resource<w> : tensor<4x3x1x1xi8> groups 1 of 0 to 1 rows 0 to 3 cols 0 to 4 sums i32>] events 0 {}
// CHECK: sim.bench {
sim.bench {
  // CHECK-NEXT: sim.input @x, dense<[1, 2]> : tensor<2xi16>
  sim.input @x, dense<[1, 2]> : tensor<2xi16>
  // CHECK-NEXT: sim.run
  sim.run
  // CHECK-NEXT: sim.expect @y, dense<5.000000e-01> : tensor<2xf32> within 1.000000e-03
  sim.expect @y, dense<0.5> : tensor<2xf32> within 0.001
  // CHECK-NEXT: sim.expect_time at_least 10 ns at_most 1234 ns
  sim.expect_time at_least 10 ns at_most 1234 ns
  // CHECK-NEXT: sim.expect_cycles at_most 200
  sim.expect_cycles at_most 200
  // CHECK-NEXT: sim.expect_energy at_least 1.500000e+00
  sim.expect_energy at_least 1.5
  // CHECK-NEXT: sim.report energy_by_part
  sim.report energy_by_part
  // CHECK-NEXT: sim.run samples 10 warm_up 2
  sim.run samples 10 warm_up 2
  // CHECK-NEXT: sim.expect_throughput at_least 1.000000e+03 at_most 2.000000e+03
  sim.expect_throughput at_least 1000.0 at_most 2000.0
  // CHECK-NEXT: sim.report local_memory
  sim.report local_memory
}
