// Values of a program, and what is said where they are not as expected.
// RUN: sed -n "/^...-- right$/,/^...-- end$/p" %s > %t.right.mlir
// RUN: sed -n "/^...-- wrong$/,/^...-- end$/p" %s > %t.wrong.mlir
// RUN: sed -n "/^...-- time$/,/^...-- end$/p" %s > %t.time.mlir
// RUN: sed -n "/^...-- late$/,/^...-- end$/p" %s > %t.late.mlir
// RUN: sed -n "/^...-- forever$/,/^...-- end$/p" %s > %t.forever.mlir
// RUN: sed -n "/^...-- none$/,/^...-- end$/p" %s > %t.none.mlir
// RUN: pim-run %t.right.mlir --timing
// RUN: not pim-run %t.wrong.mlir --timing 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: pim-run %t.time.mlir --timing --json %t.json | FileCheck %s --check-prefix=TIME
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: not pim-run %t.late.mlir --timing 2>&1 | FileCheck %s --check-prefix=LATE
// RUN: not pim-run %t.forever.mlir --timing 2>&1 | FileCheck %s --check-prefix=FOREVER
// RUN: not pim-run %t.none.mlir --timing 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not pim-run %t.right.mlir --timing --output-dir %t.out 2>&1 | FileCheck %s --check-prefix=OUTPUTS

//--- right
func.func @main(%x: i32) -> (i32, i64) {
  %0 = arith.addi %x, %x : i32
  %1 = arith.extsi %x : i32 to i64
  return %0, %1 : i32, i64
}
sim.bench {
  sim.input @arg0, dense<3> : tensor<i32>
  sim.run
  sim.expect @result0, dense<6> : tensor<i32>
  sim.expect @result1, dense<3> : tensor<i64>
  sim.input @arg0, dense<-4> : tensor<i32>
  sim.run
  sim.expect @result0, dense<-8> : tensor<i16>
}
//--- end

//--- wrong
func.func @main(%x: i32) -> i32 {
  return %x : i32
}
sim.bench {
  sim.input @arg0, dense<3> : tensor<i32>
  sim.run
  // WRONG: wrong.mlir:[[#]]:3: error: 'sim.expect' op expected 6 at [], but got 3
  sim.expect @result0, dense<6> : tensor<i32>
  // WRONG: error: 'sim.expect' op expected an output 'y', but got 'result0'
  sim.expect @y, dense<6> : tensor<i32>
  // WRONG: error: 'sim.expect' op expected shape [2], but got []
  sim.expect @result0, dense<3> : tensor<2xi32>
  // WRONG: error: 'sim.expect' op expected floats, but got integers
  sim.expect @result0, dense<3.0> : tensor<f32>
}
//--- end

//--- time
// TIME: latency_ms: 0.000323
// TIME-NEXT: instructions.vector: 3
// JSON: "latency_ms" : 3.23E-4
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  sim.core 0 reorder 1 vectors 1 memories 0 groups 0 events 0 {
    sim.for %i = 0 to 3 {
      sim.issue vrelu on vector spends vector_unit 2.5 {
        sim.compute 105 ns
        sim.elapse
      }
    }
  }
  sim.bench {
    sim.run
    sim.expect_time at_least 323 ns at_most 323 ns
    sim.expect_cycles at_least 323 at_most 323
    sim.expect_energy at_least 7.5 at_most 1.0e9
    sim.report latency
    sim.report instructions
  }
}
//--- end

//--- late
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 2 ns
  sim.core 0 reorder 1 vectors 1 memories 0 groups 0 events 0 {
    sim.issue vrelu on vector {
      sim.compute 105 ns
      sim.elapse
    }
  }
  sim.bench {
    sim.run
    // LATE: error: 'sim.expect_time' op expected at most 20500 ps, but got 11{{[0-9]}} ns
    sim.expect_time at_most 20500 ps
    // LATE: error: 'sim.expect_cycles' op expected at least 100 cycles, but got 5{{[0-9]}} cycles
    sim.expect_cycles at_least 100
    // LATE: error: 'sim.expect_energy' op expected at least 1.0E9 and at most 2.0E9 pJ, but got {{.*}} pJ
    sim.expect_energy at_least 1.0e9 at_most 2.0e9
  }
}
//--- end

//--- forever
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  sim.core 0 reorder 1 vectors 1 memories 0 groups 0 events 1 {
    sim.issue wait on transfer event 0 value 1 {
      sim.await
    }
  }
  sim.bench {
    // FOREVER: error: deadlock: core 0 waits in 'sim.issue' for event register 0 to be 1, which is 0
    sim.run
  }
}
//--- end

//--- none
// NONE: error: 'builtin.module' op holds no program that can be run
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.bench {
    sim.input @x, dense<3> : tensor<i32>
    sim.run
  }
}
//--- end

// OUTPUTS: error: 'builtin.module' op has test benches, which give the inputs and look at the outputs; expected no --output-dir
