// RUN: pim-opt %s --inst-allocate | FileCheck %s

module attributes {arch.accelerator = {
    chip_config = {core_cnt = 4, core_config = {
        matrix_config = {xbar_array_count = 2, xbar_size = [16, 16], cell_precision = 2, xbar_latency = 1,
                         dac_resolution = 1, dac_count = 16, adc_resolution = 8, adc_count = 4},
        vector_width = 8, vector_latency_cycle = 1, local_memory_config = {memory_size = 64, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}},
      global_memory_config = {memory_size = 4096, data_width = 16, write_latency_cycle = 1, read_latency_cycle = 1}, network_config = {bus_width = 8, layout = [1, 4]}}}} {
  // CHECK: inst.memory @x at 0
  inst.memory @x at 0 : !tile.fmap<32x1x1xi16> input
  inst.memory @y at 64 : !tile.fmap<32x1x1xi16> output

  // Buffers that do not live at the same time share their place.
  // CHECK-LABEL: inst.core 0
  inst.core 0 groups [] {
    // CHECK: inst.alloc 32 at 0
    %a = inst.alloc 32
    // CHECK: inst.alloc 32 at 32
    %b = inst.alloc 32
    inst.load %a[0], @x[0], 32
    inst.copy %b[0], %a[0], 32
    // CHECK: inst.alloc 32 at 0
    %c = inst.alloc 32
    inst.copy %c[0], %b[0], 32
    inst.store @y[0], %c[0], 32
  }

  // One that is too many goes to global memory, and comes when it is needed.
  // CHECK: inst.memory @spill.core1.0 at 128 : tensor<40xi8> scratch
  // CHECK-LABEL: inst.core 1
  inst.core 1 groups [] {
    %a = inst.alloc 40
    %b = inst.alloc 30
    // CHECK: inst.load %[[A1:.*]][0], @x[0], 20
    // CHECK-NEXT: inst.store @spill.core1.0[0], %[[A1]][0], 20
    inst.load %a[0], @x[0], 20
    // CHECK: inst.load %[[A2:.*]][0], @spill.core1.0[0], 20
    // CHECK-NEXT: inst.vec #inst.fn<softmax (16:1) -> 16:2>, %[[B:.*]][0], %[[A2]][0] length 10
    inst.vec #inst.fn<softmax (16:1) -> 16:2>, %b[0], %a[0] length 10
    inst.store @y[32], %b[0], 20
  }
}
