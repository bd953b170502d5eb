// With several instructions in flight the critical path follows those that held the unit, the operand or the place that was waited for, not those that
// ended last before.
// RUN: sed -n '/^..--- groups/,/^..--- units/p' %s > %t.groups.mlir
// RUN: pimc simulate %t.groups.mlir --arch tiny --critical-path --json %t.groups.json | FileCheck %s --check-prefix TEXT
// RUN: FileCheck %s --input-file %t.groups.json --check-prefix GROUPS
// RUN: sed -n '/^..--- units/,/^..--- hazard/p' %s > %t.units.mlir
// RUN: pimc simulate %t.units.mlir --arch tiny --critical-path --json %t.units.json
// RUN: FileCheck %s --input-file %t.units.json --check-prefix UNITS
// RUN: sed -n '/^..--- hazard/,/^..--- full/p' %s > %t.hazard.mlir
// RUN: pimc simulate %t.hazard.mlir --arch tiny --critical-path --json %t.hazard.json
// RUN: FileCheck %s --input-file %t.hazard.json --check-prefix HAZARD
// RUN: sed -n '/^..--- full/,$p' %s > %t.full.mlir
// RUN: pimc simulate %t.full.mlir --arch tiny --critical-path --json %t.full.json
// RUN: FileCheck %s --input-file %t.full.json --check-prefix FULL

//--- groups
// TEXT: critical path: compute {{[0-9.]+}} % control {{[0-9.]+}} %{{$}}
// TEXT-NOT: layer
// Array group 0 is the one that is always busy; group 1, whose ends come in between, keeps nobody.
// GROUPS: "compute" : 3.0E-4
// GROUPS: "steps" : 3,
// GROUPS: "instruction" : 0,
// GROUPS: "instruction" : 2,
// GROUPS: "instruction" : 4,
sim.machine "pimsim" period 1 ns
sim.core 0 reorder 8 vectors 1 memories 0 groups 2 events 0 {
  sim.issue mvmul on matrix group 0 { sim.compute 100 ns  sim.elapse }
  sim.issue mvmul on matrix group 1 { sim.compute 90 ns  sim.elapse }
  sim.issue mvmul on matrix group 0 { sim.compute 100 ns  sim.elapse }
  sim.issue mvmul on matrix group 1 { sim.compute 90 ns  sim.elapse }
  sim.issue mvmul on matrix group 0 { sim.compute 100 ns  sim.elapse }
}

//--- units
// The vector unit is waited for, while an array group ends in between.
// UNITS: "compute" : 2.0E-4
// UNITS: "steps" : 2,
// UNITS: "instruction" : 1,
// UNITS: "instruction" : 2,
sim.machine "pimsim" period 1 ns
sim.core 0 reorder 8 vectors 1 memories 0 groups 1 events 0 {
  sim.issue mvmul on matrix group 0 { sim.compute 101 ns  sim.elapse }
  sim.issue vvadd on vector { sim.compute 100 ns  sim.elapse }
  sim.issue vvadd on vector { sim.compute 100 ns  sim.elapse }
}

//--- hazard
// The vector instruction reads what the array group has written. The one behind it, which ends last, waited for nobody but it.
// HAZARD: "compute" : 2.1E-4
// HAZARD: "steps" : 2,
// HAZARD: "instruction" : 0,
// HAZARD: "instruction" : 3,
sim.machine "pimsim" period 1 ns
sim.core 0 reorder 8 vectors 2 memories 0 groups 2 events 0 {
  sim.issue mvmul on matrix group 0 memory[write 8 at 64] { sim.compute 100 ns  sim.elapse }
  sim.issue mvmul on matrix group 1 memory[write 8 at 128] { sim.compute 99 ns  sim.elapse }
  sim.issue vvadd on vector memory[read 8 at 64] { sim.compute 10 ns  sim.elapse }
  sim.issue vvadd on vector { sim.compute 110 ns  sim.elapse }
}

//--- full
// Only the oldest instruction makes a place when it is done, although the second has ended before.
// FULL: "compute" : 2.0E-4
// FULL: "steps" : 2,
// FULL: "instruction" : 0,
// FULL: "instruction" : 2,
sim.machine "pimsim" period 1 ns
sim.core 0 reorder 2 vectors 1 memories 0 groups 2 events 0 {
  sim.issue mvmul on matrix group 0 { sim.compute 100 ns  sim.elapse }
  sim.issue mvmul on matrix group 1 { sim.compute 99 ns  sim.elapse }
  sim.issue vvadd on vector { sim.compute 100 ns  sim.elapse }
}
