// RUN: pim-opt %s --inst-check-communication --split-input-file | FileCheck %s

// Rounds that repeat are not gone through one by one: a pipeline of cores whose loops are cut differently, seven hundred thousand million messages.

// CHECK-LABEL: inst.core 0
// CHECK: inst.recv 2
inst.core 0 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 100000000 {
    inst.for %j = 0 to 7 {
      inst.send 1, %a[0], 4
    }
    inst.for %j = 0 to 1000000 {
      inst.write %a[0], 4, 1
    }
  }
  inst.recv 2, %a[0], 8
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 70000000 {
    inst.for %j = 0 to 10 {
      inst.recv 0, %a[0], 4
      inst.for %k = 0 to 1000 {
        inst.send 2, %a[0], 2
      }
    }
  }
}
inst.core 2 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 700000000 {
    inst.for %k = 0 to 1000 {
      inst.recv 1, %a[0], 2
    }
  }
  inst.send 0, %a[0], 8
}

// -----

// Whoever comes first waits; loops that never run say nothing.

// CHECK-LABEL: inst.core 4
inst.core 4 groups [] {
  %a = inst.alloc 8
  inst.send 2, %a[0], 8
  inst.for %i = 0 to 0 {
    inst.send 9, %a[0], 8
  }
}
inst.core 2 groups [] {
  %a = inst.alloc 8
  inst.recv 4, %a[0], 8
}
inst.core 3 groups [] {
}
