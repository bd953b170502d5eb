// Cores that wait for each other are found when the time is over, though others work on; cores that are about to meet are not.
// RUN: sed -n "/^...-- dead$/,/^...-- end$/p" %s > %t.dead.mlir
// RUN: sed -n "/^...-- alive$/,/^...-- end$/p" %s > %t.alive.mlir
// RUN: not pimc simulate %t.dead.mlir %t.alive.mlir@2 --arch pimcomp-default --duration 0.01 2>&1 | FileCheck %s --check-prefix DEAD
// RUN: not pimc simulate %t.alive.mlir@5 %t.dead.mlir --arch pimcomp-default --duration 0.01 2>&1 | FileCheck %s --check-prefix DEAD
// RUN: not pimc simulate %t.alive.mlir %t.alive.mlir@7 %t.dead.mlir@140 --arch pimcomp-default --duration 0.01 2>&1 | FileCheck %s --check-prefix NOBODY
// RUN: pimc simulate %t.alive.mlir --arch pimcomp-default --duration 0.000009 | FileCheck %s --check-prefix ALIVE
// RUN: pimc simulate %t.alive.mlir --arch pimcomp-default --duration 0.000010 | FileCheck %s --check-prefix ALIVE
// RUN: pimc simulate %t.alive.mlir --arch pimcomp-default --duration 0.000050 | FileCheck %s --check-prefix ALIVE

// DEAD: dead.mlir:4:3: error: deadlock: core 0 waits in 'isa.recv' for core 1
// DEAD: dead.mlir:9:3: note: core 1 waits in 'isa.recv' for core 0
// NOBODY: deadlock: core 140 waits in 'isa.recv' for core 141
// ALIVE: latency 0.0000

//--- dead
isa.core 0 groups [] {
  isa.sldi r0, 0
  isa.recv r0, core 1, size 64
  isa.send r0, core 1, size 64
}
isa.core 1 groups [] {
  isa.sldi r0, 0
  isa.recv r0, core 0, size 64
  isa.send r0, core 0, size 64
}
//--- end

//--- alive
isa.core 0 groups [] {
  isa.sldi r0, 0
  isa.send r0, core 1, size 64
  isa.recv r0, core 2, size 64
}
isa.core 1 groups [] {
  isa.sldi r0, 0
  isa.recv r0, core 0, size 64
  isa.send r0, core 2, size 64
}
isa.core 2 groups [] {
  isa.sldi r0, 0
  isa.recv r0, core 1, size 64
  isa.send r0, core 0, size 64
}
//--- end
