// RUN: pim-opt %s --isa-check-communication --split-input-file | FileCheck %s

// The counts of a round come behind the wait of the round before, since core 2 tells core 0 and core 1 by messages.

// CHECK-LABEL: isa.core 0
// CHECK: isa.sync event_register 3, core 2
isa.core 0 groups [] {
  isa.for %i = 0 to 1000000000 {
    isa.sync event_register 3, core 2
    isa.recv r0, core 2, size 1
  }
}
isa.core 1 groups [] {
  isa.for %i = 0 to 1000000000 {
    isa.sync event_register 3, core 2
    isa.recv r0, core 2, size 1
  }
}
isa.core 2 groups [] {
  isa.for %i = 0 to 1000000000 {
    isa.wait event_register 3, wait_value 2
    isa.send r0, core 0, size 1
    isa.send r0, core 1, size 1
  }
}

// -----

// A core counts for long before another looks.

// CHECK-LABEL: isa.core 0
isa.core 0 groups [] {
  isa.for %i = 0 to 2000000000 {
    isa.sync event_register 0, core 1
  }
}
isa.core 1 groups [] {
  isa.wait event_register 0, wait_value 2000000000
}
