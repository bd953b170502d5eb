// RUN: pim-run %s | FileCheck %s

// The values of each instruction: x holds -7 3 1 2, y 2 5 0 1.
inst.memory @add at 0 : !tile.fmap<4x1x1xi16> output
inst.memory @sub at 8 : !tile.fmap<4x1x1xi16> output
inst.memory @mul at 16 : !tile.fmap<4x1x1xi32> output
inst.memory @inner at 32 : !tile.fmap<1x1x1xi32> output
inst.memory @max at 40 : !tile.fmap<4x1x1xi16> output
inst.memory @left at 48 : !tile.fmap<4x1x1xi16> output
inst.memory @right at 56 : !tile.fmap<4x1x1xi16> output
inst.memory @relu at 64 : !tile.fmap<4x1x1xi16> output
inst.memory @upper at 72 : !tile.fmap<4x1x1xi32> output
inst.memory @lower at 88 : !tile.fmap<4x1x1xi8> output
inst.memory @mean at 96 : !tile.fmap<1x1x1xi16> output
inst.memory @gathered at 104 : !tile.fmap<3x1x1xi16> output
inst.memory @tanh at 112 : !tile.fmap<4x1x1xi16> output
inst.memory @sigm at 120 : !tile.fmap<4x1x1xi16> output
inst.memory @wrapped at 128 : !tile.fmap<4x1x1xi16> output
inst.memory @scalars at 136 : !tile.fmap<4x1x1xi16> output
inst.memory @numbers at 144 : tensor<8xi8> scratch
isa.core 1 groups [] {
  isa.sldi r1, 0
  isa.sldi r3, 0
  isa.sldi r8, 0
  isa.lldi r8, -7, size 1
  isa.sldi r9, 8
  isa.lldi r8, 255, size 1, offset 1 rd
  isa.lldi r8, 0, size 6, offset 2 rd
  isa.lldi r8, 3, size 1, offset 2 rd
  isa.lldi r8, 1, len 1, offset 4 rd
  isa.lldi r8, 2, size 1, offset 6 rd
  isa.lldi r9, 0, size 8
  isa.sldi r10, 2
  isa.lldi r9, 2, size 1
  isa.lldi r9, 5, size 1, offset 2 rd
  isa.lldi r9, 1, size 1, offset 6 rd
  isa.sldi r16, 32
  isa.setbw ibiw 16, obiw 16
  // CHECK: add: {{.*}}-5, 8, 1, 3]
  isa.vvadd r16, r8, r9, len 4
  isa.sldi r0, 0
  isa.st r0, r16, size 8
  // CHECK: sub: {{.*}}-9, -2, 1, 1]
  isa.vvsub r16, r8, r9, len 4
  isa.st r0, r16, size 8, offset 8 rd
  isa.setbw ibiw 16, obiw 32
  // CHECK: mul: {{.*}}-14, 15, 0, 2]
  isa.vvmul r16, r8, r9, len 4
  isa.st r0, r16, size 16, offset 16 rd
  // CHECK: inner: {{.*}}[3]
  isa.vvdmul r16, r8, r9, len 4
  isa.st r0, r16, size 4, offset 32 rd
  isa.setbw ibiw 16, obiw 16
  // CHECK: max: {{.*}}[2, 5, 1, 2]
  isa.vvmax r16, r8, r9, len 4
  isa.st r0, r16, size 8, offset 40 rd
  // CHECK: left: {{.*}}[-28, 96, 1, 4]
  isa.vvsll r16, r8, r9, len 4
  isa.st r0, r16, size 8, offset 48 rd
  // CHECK: right: {{.*}}[-2, 0, 1, 1]
  isa.vvsra r16, r8, r9, len 4
  isa.st r0, r16, size 8, offset 56 rd
  // CHECK: relu: {{.*}}[0, 3, 1, 2]
  isa.vrelu r16, r8, len 4
  isa.st r0, r16, size 8, offset 64 rd
  isa.setbw ibiw 16, obiw 32
  // CHECK: upper: {{.*}}[-7, 2, 1, 2]
  isa.vrsu r16, r8, r9, len 4
  isa.st r0, r16, size 16, offset 72 rd
  isa.setbw ibiw 16, obiw 8
  // CHECK: lower: {{.*}}[2, 3, 2, 2]
  isa.vrsl r16, r8, r9, len 4
  isa.st r0, r16, size 4, offset 88 rd
  isa.setbw ibiw 16, obiw 16
  // Of -7 and 1: rounded half up.
  // CHECK: mean: {{.*}}[-3]
  isa.vavg r16, r8, r10, len 2
  isa.st r0, r16, size 2, offset 96 rd
  // CHECK: gathered: {{.*}}[-7, 1, 2]
  isa.vmv r16, r8, r10, len 3
  isa.st r0, r16, size 6, offset 104 rd
  // CHECK: tanh: {{.*}}[-241, 163, 63, 118]
  isa.vtanh r16, r8, len 4 fractions [2, 8]
  isa.st r0, r16, size 8, offset 112 rd
  // CHECK: sigm: {{.*}}[38, 174, 144, 159]
  isa.vsigm r16, r8, len 4 fractions [2, 8]
  isa.st r0, r16, size 8, offset 120 rd
  // The low bits of what does not fit.
  // CHECK: wrapped: {{.*}}[16384, 3072, -32768, 4096]
  isa.sldi r17, 64
  isa.lldi r17, 0, size 8
  isa.for %i = 0 to 4 {
    isa.sldi r18, %i * 2 + 64
    isa.lldi r18, 14 - %i * 4 + (%i floordiv 2) * 9, size 1
  }
  isa.vvsll r16, r8, r17, len 4
  isa.st r0, r16, size 8, offset 128 rd
  // CHECK: scalars: {{.*}}[12, 0, 32, 0]
  isa.lldi r17, 12, size 1
  isa.lldi r17, 0, size 3, offset 1 rd
  isa.sldi r2, 144
  isa.st r2, r17, size 4
  isa.sld r4, r2
  isa.sadd r5, r4, r4
  isa.saddi r5, r5, 8
  isa.smul r6, r5, r4
  isa.ssub r6, r6, r5
  isa.smuli r6, r6, 0
  isa.sadd r5, r5, r6
  // 12 at the start; r5 is 32 and tells where a copy goes.
  isa.lldi r17, 32, size 1, offset 4 rd
  isa.lldi r17, 0, size 3, offset 5 rd
  isa.lmv r5, r17, size 8
  isa.st r0, r5, size 8, offset 136 rd
}
