// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

// CHECK: isa.core 0 groups [2, 1] {
isa.core 0 groups [2, 1] {
  // CHECK: isa.setbw ibiw 16, obiw 8
  isa.setbw ibiw 16, obiw 8
  // CHECK: isa.sld r2, r4, offset 4
  isa.sld r2, r4, offset 4
  // CHECK: isa.sld r2, r4{{$}}
  isa.sld r2, r4
  // CHECK: isa.sadd r4, r3, r3
  isa.sadd r4, r3, r3
  // CHECK: isa.ssub r4, r3, r31
  isa.ssub r4, r3, r31
  // CHECK: isa.smul r4, r3, r3
  isa.smul r4, r3, r3
  // CHECK: isa.for %[[I:.*]] = 0 to 8 {
  isa.for %i = 0 to 8 {
    // CHECK: isa.for %[[J:.*]] = 0 to 64 step 16 {
    isa.for %j = 0 to 64 step 16 {
      // CHECK: isa.sldi r0, %[[I]] * 32 + %[[J]] + 512
      isa.sldi r0, 512 + %i * 32 + %j
      // CHECK: isa.saddi r1, r0, %[[J]] * 2
      isa.saddi r1, r0, %j + %j
      // CHECK: isa.smuli r1, r0, -1
      isa.smuli r1, r0, -1
      // CHECK: isa.lldi r0, %[[I]] mod 2, size 64
      isa.lldi r0, %i mod 2, size 64
    }
  }
  // CHECK: isa.mvmul r0, r1, mbiw 8, group 0
  isa.mvmul r0, r1, mbiw 8, group 0
  // CHECK: isa.mvmul r0, r1, mbiw 16, relu, group 1
  isa.mvmul r0, r1, group 1, relu, mbiw 16
  // CHECK: isa.vvadd r0, r1, r2, len 4{{$}}
  isa.vvadd r0, r1, r2, len 4
  // CHECK: isa.vvsub r0, r1, r2, len 4, offset 16 rd rs1 rs2
  isa.vvsub r0, r1, r2, len 4, offset 16 rd rs1 rs2
  // CHECK: isa.vvmul r0, r1, r2, len 4, offset -1 rs2
  isa.vvmul r0, r1, r2, len 4, offset -1 rs2
  // CHECK: isa.vvdmul r0, r1, r2, len 4, offset 7{{$}}
  isa.vvdmul r0, r1, r2, len 4, offset 7
  // CHECK: isa.vvmax r0, r1, r2, len 0
  isa.vvmax r0, r1, r2, len 0
  // CHECK: isa.vvsll r0, r1, r2, len 4
  isa.vvsll r0, r1, r2, len 4
  // CHECK: isa.vvsra r0, r1, r2, len 4
  isa.vvsra r0, r1, r2, len 4
  // CHECK: isa.vavg r0, r1, r2, len 4, offset 3 rd
  isa.vavg r0, r1, r2, len 4, offset 3 rd
  // CHECK: isa.vrelu r0, r1, len 2147483647
  isa.vrelu r0, r1, len 2147483647
  // CHECK: isa.vtanh r0, r1, len 4 {note = "x"}
  isa.vtanh r0, r1, len 4 {note = "x"}
  // CHECK: isa.vsigm r0, r1, len 4
  isa.vsigm r0, r1, len 4
  // CHECK: isa.vmv r0, r1, r2, len 4
  isa.vmv r0, r1, r2, len 4
  // CHECK: isa.vrsu r0, r1, r2, len 4
  isa.vrsu r0, r1, r2, len 4
  // CHECK: isa.vrsl r0, r1, r2, len 4
  isa.vrsl r0, r1, r2, len 4
  // CHECK: isa.ld r0, r2, size 1000, offset 8 rs1
  isa.ld r0, r2, size 1000, offset 8 rs1
  // CHECK: isa.st r2, r0, size 32
  isa.st r2, r0, size 32
  // CHECK: isa.lldi r0, 255, len 16, size 64
  isa.lldi r0, 255, size 64, len 16
  // CHECK: isa.lmv r0, r1, len 64
  isa.lmv r0, r1, len 64
  // CHECK: isa.send r0, core 2, size 8
  isa.send r0, core 2, size 8
  // CHECK: isa.recv r0, core 1, size 64, offset 0 rd
  isa.recv r0, core 1, size 64, offset 0 rd
  // CHECK: isa.wait event_register 3, wait_value 2
  isa.wait event_register 3, wait_value 2
  // CHECK: isa.sync event_register 3, core 2
  isa.sync event_register 3, core 2
}

// CHECK: isa.core 7 groups [1] weights [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
isa.core 7 groups [1] weights [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
}
// CHECK: isa.core 8 groups [] attributes {note = "idle"} {
isa.core 8 groups [] attributes {note = "idle"} {
}
