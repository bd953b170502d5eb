// Area, local memory, crossbars and what front ends stood still for, of instructions and of the actions that they are.
// RUN: pimc simulate %s --json %t.json | FileCheck %s
// RUN: FileCheck %s --check-prefix=JSON --input-file %t.json
// RUN: pim-opt %s --pass-pipeline='builtin.module(convert-isa-to-sim{timing-model=pipelined-noc})' -o %t.sim.mlir
// RUN: FileCheck %s --check-prefix=SIM --input-file %t.sim.mlir
// RUN: pimc simulate %s --timing-model pipelined-noc --json %t.isa.json > /dev/null
// RUN: pimc simulate %t.sim.mlir --json %t.sim.json > /dev/null
// The times of the tool itself stand at the end; a range of actions is that of whole crossbars.
// RUN: sed -e '/"seconds"/,$d' -e '/touched_bytes/d' -e '/end_byte/d' -e '/"ratio"/d' %t.isa.json > %t.isa.txt
// RUN: sed -e '/"seconds"/,$d' -e '/touched_bytes/d' -e '/end_byte/d' -e '/"ratio"/d' %t.sim.json > %t.sim.txt
// RUN: diff %t.isa.txt %t.sim.txt
// RUN: pimc simulate %s --arch mnsim-default | FileCheck %s --check-prefix=NONE
// RUN: pimc simulate %s --arch puma-36x64 --json %t.puma.json | FileCheck %s --check-prefix=PUMA
// RUN: FileCheck %s --check-prefix=SOURCE --input-file %t.puma.json
// RUN: pimc simulate %s --arch isaac --json %t.isaac.json | FileCheck %s --check-prefix=ISAAC
// RUN: FileCheck %s --check-prefix=ABSENT --input-file %t.isaac.json

// This accelerator says no energy of anything, and what a memory is taken to draw is not what it says.
// CHECK: latency {{[0-9.]+}} ms, energy and power not stated by the accelerator{{$}}
// CHECK-NOT: energy
// CHECK: front ends: fetch {{[0-9.]+}} % dispatch {{[0-9.]+}} % scalar {{[0-9.]+}} %
// Two cores of eight arrays each, four of which hold whole weights of 8 bits in cells of 2: one of the four groups of four holds 3 x 4 weights of 16 x 16.
// CHECK-NEXT: crossbars: 1 of 4 used (25.0 %), weights in 4.7 % of their cells, multiplying {{[0-9.]+}} % of the time
// 3 bytes into the array group and 16 out of it, 16 of eight rounds that lie 32 apart, which are operands and results, 16 that stay, and 64 loaded.
// CHECK-NEXT: local memory: 227 bytes touched of 4096 (5.5 %) on core 0, the most of a core
// A core has 8 arrays of 0.25 mm2 with 4 converters of 0.5 each, and 3 mm2 of vector units; there are two, and two routers.
// CHECK-NEXT: area: at least 44.0000 mm2, a core 21.0000 mm2; the accelerator does not state pimlico.costs.dac.area, {{.*}}pimlico.costs.off_chip_link.area
// JSON: "energy_pJ" : {{[0-9.E-]+}},
// JSON: "energy_stated" : false,
// JSON-NEXT: "energy_absent" : [ "matrix_unit", "vector_unit", "local_memory", "network", "global_memory" ],
// JSON: "front_end_ms" : {
// JSON: "crossbars" : {
// JSON-NEXT: "arrays" : 4,
// JSON-NEXT: "used" : 1,
// JSON-NEXT: "used_ratio" : 0.25,
// JSON-NEXT: "weight_cells_ratio" : 0.01171875,
// JSON-NEXT: "weight_cells_of_used_ratio" : 0.046875,
// JSON: "local_memory" : {
// JSON-NEXT: "core" : 0,
// JSON-NEXT: "touched_bytes" : 227,
// JSON-NEXT: "end_byte" : 1088,
// JSON-NEXT: "capacity_bytes" : 4096,
// JSON: "exact" : true
// JSON: "area" : {
// JSON-NEXT: "unit" : "mm2",
// JSON-NEXT: "total_mm2" : 44.0,
// JSON-NEXT: "core_mm2" : 21.0,
// JSON-NEXT: "complete" : false,
// SIM: sim.core 0 reorder 4 keeps_writes vectors 1 memories {{[0-9]+}} groups 1 crossbars [1] weights [#inst.group<
// SIM: memory[write 64 at 1024, global 0]
// NONE: area: not stated by the accelerator
// ISAAC: latency {{[0-9.]+}} ms, energy {{[0-9.e-]+}} mJ, power {{[0-9.e-]+}} mW{{$}}
// ISAAC-NEXT: energy: lacks that of vector_unit, network, global_memory, which no key that is counted states{{$}}
// ABSENT: "energy_stated" : true,
// ABSENT-NEXT: "energy_absent" : [ "vector_unit", "network", "global_memory" ],
// PUMA: area: 62.9200 mm2, a core 1.01000 mm2{{$}}
// SOURCE: "part" : "chip",
// SOURCE-NEXT: "part_of" : null,
// SOURCE-NEXT: "each_mm2" : 62.92,
// SOURCE: "key" : "pimlico.costs.chip.area",
// SOURCE-NEXT: "source" : "PIMCOMP, DAC 2023, Table I
module attributes {arch.accelerator = {
    chip_config = {core_cnt = 2, core_config = {rob_size = 4,
        matrix_config = {xbar_array_count = 8, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 100,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 3, read_latency_cycle = 2}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 2]}},
    pimlico = {arrays_are = "physical", weight_bits = 8, costs = {array = {area = 0.25}, adc = {area = 0.5}, vector_unit = {area = 3.0}, router = {area = 1.0}}}}} {
  isa.core 0 groups [1] weights [#inst.group<dense_resource<w> : tensor<4x3x1x1xi8> groups 1 of 0 to 1 rows 0 to 3 cols 0 to 4 sums i32>] {
    isa.setbw ibiw 8, obiw 32
    isa.sldi r1, 64
    isa.mvmul r1, r0, mbiw 8, group 0
    isa.setbw ibiw 8, obiw 8
    isa.sldi r4, 256
    isa.for %i = 0 to 8 {
      isa.sldi r2, %i * 32 + 512
      isa.vvadd r2, r2, r4, len 16
    }
    isa.sldi r6, 1024
    isa.ld r6, r8, size 64
  }
}
