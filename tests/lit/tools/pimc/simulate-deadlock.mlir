// RUN: not pimc simulate %s --arch tiny --json %t.json --trace %t.trace > %t.out 2> %t.err
// RUN: FileCheck %s --input-file %t.err
// RUN: not cat %t.json
// RUN: not cat %t.trace
// RUN: FileCheck %s --check-prefix OUT --allow-empty --input-file %t.out

// OUT-NOT: latency

// CHECK: simulate-deadlock.mlir:[[# @LINE + 5]]:3: error: deadlock: core 0 waits in 'isa.recv' of layer "conv3" for core 1
// CHECK: simulate-deadlock.mlir:[[# @LINE + 9]]:5: note: core 1 waits in 'isa.send' for core 2
// CHECK: simulate-deadlock.mlir:[[# @LINE + 15]]:3: note: core 2 waits in 'isa.send' for core 0
isa.core 0 groups [] {
  isa.sldi r0, 0
  isa.recv r0, core 1, size 16 loc("conv3"("simulate-deadlock.mlir":14:3))
  isa.send r0, core 2, size 16
}
isa.core 1 groups [] {
  isa.for %i = 0 to 3 {
    isa.send r0, core 2, size 16
  }
  isa.send r0, core 0, size 16
}
isa.core 2 groups [] {
  isa.recv r0, core 1, size 16
  isa.recv r0, core 1, size 16
  isa.send r0, core 0, size 16
  isa.recv r0, core 1, size 16
}
