// Programs that do nothing take no time, and nothing is divided by it.
// RUN: sed -n "/^...-- isa$/,/^...-- end$/p" %s > %t.isa.mlir
// RUN: sed -n "/^...-- scalar$/,/^...-- end$/p" %s > %t.scalar.mlir
// RUN: sed -n "/^...-- sim$/,/^...-- end$/p" %s > %t.sim.mlir
// RUN: pimc simulate %t.isa.mlir --json %t.json --samples 3 --critical-path --trace %t.trace | FileCheck %s
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: pimc simulate %t.scalar.mlir | FileCheck %s
// RUN: pimc simulate %t.sim.mlir | FileCheck %s
// RUN: echo '{"config": {"core_cnt": 3, "array_group_map": {}}}' > %t.none.json
// RUN: pimc simulate %t.none.json --arch tiny | FileCheck %s
// RUN: echo '{"config": {"core_cnt": 3, "array_group_map": {}}, "core0": []}' > %t.one.json
// RUN: pimc simulate %t.one.json --arch tiny --timing-model pipelined-noc | FileCheck %s

// CHECK-NOT: {{NaN|Infinity}}
// CHECK: : latency 0.000000 ms, energy 0.00000 mJ, power 0.00000 mW
// CHECK-NOT: {{NaN|Infinity}}
// CHECK: bounds: compute 0.000000 ms, issue 0.000000 ms, memory 0.000000 ms, communication 0.000000 ms{{$}}
// CHECK-NOT: {{NaN|Infinity}}
// CHECK: area: not stated by the accelerator
// CHECK-NOT: {{NaN|Infinity}}
// JSON-NOT: {{NaN|Infinity}}
// JSON: "latency_ms" : 0.0,
// JSON: "done" : 0,
// JSON: "throughput_per_s" : null,
// JSON: "ratio" : null
// JSON: "touched_bytes" : 0,
// JSON-NOT: {{NaN|Infinity}}

//--- isa
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {}
}
//--- end

//--- scalar
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  isa.core 0 groups [] {
    isa.for %i = 0 to 3 {
      isa.sldi r0, 4
    }
  }
}
//--- end

//--- sim
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}}}} {
  sim.machine "pimsim" period 1 ns
  sim.core 0 reorder 1 vectors 1 memories 0 groups 0 events 0 {}
}
//--- end
