// RUN: sed -n "/^...-- divided$/,/^...-- end$/p" %s > %t.divided.mlir
// RUN: sed -n "/^...-- beyond$/,/^...-- end$/p" %s > %t.beyond.mlir
// RUN: sed -n "/^...-- never$/,/^...-- end$/p" %s > %t.never.mlir
// RUN: sed -n "/^...-- wide$/,/^...-- end$/p" %s > %t.wide.mlir
// RUN: not pimc simulate %t.wide.mlir --arch tiny 2>&1 | FileCheck %s --check-prefix=WIDE
// RUN: not pimc simulate %t.divided.mlir --arch tiny 2>&1 | FileCheck %s --check-prefix=DIVIDED
// RUN: not pimc simulate %t.beyond.mlir --arch tiny 2>&1 | FileCheck %s --check-prefix=BEYOND
// RUN: pimc simulate %t.never.mlir --arch tiny | FileCheck %s

// DIVIDED: divided.mlir:4:5: error: 'isa.sldi' op computes an immediate that overflows or divides by what is not above zero
// BEYOND: beyond.mlir:4:5: error: 'isa.lldi' op computes an immediate that overflows or divides by what is not above zero
// WIDE: wide.mlir:4:5: error: 'isa.sldi' op expects imm from -2147483648 to 2147483647, but got 6399999424
// CHECK: latency 0.000000 ms

//--- divided
isa.core 0 groups [] {
  isa.for %i = 0 to 40 {
    isa.sldi r0, %i mod 0
    isa.lldi r0, 1, size 4
  }
}
//--- end

//--- beyond
isa.core 0 groups [] {
  isa.for %i = 0 to 40 {
    isa.lldi r0, %i * 4000000000000000000, size 4
  }
}
//--- end

//--- never
isa.core 0 groups [] {
  isa.for %i = 0 to 0 {
    isa.sldi r0, %i mod 0
  }
}
//--- end

//--- wide
isa.core 0 groups [] {
  isa.for %i = 0 to 100000000 {
    isa.sldi r0, %i * 64 - 512
    isa.lldi r0, 1, size 4
  }
}
//--- end
