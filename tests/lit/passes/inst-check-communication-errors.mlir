// RUN: pim-opt %s --inst-check-communication --verify-diagnostics --split-input-file

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{deadlock: core 0 waits in 'inst.send' for core 1}}
  inst.send 1, %a[0], 8
  inst.recv 2, %a[0], 8
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  // expected-note@+1 {{core 1 waits in 'inst.send' for core 2}}
  inst.send 2, %a[0], 8
  inst.recv 0, %a[0], 8
}
inst.core 2 groups [] {
  %a = inst.alloc 8
  // expected-note@+1 {{core 2 waits in 'inst.send' for core 0}}
  inst.send 0, %a[0], 8
  inst.recv 1, %a[0], 8
}

// -----

// One round too many, after many that repeat.
inst.core 0 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 1000000000 {
    // expected-error@+1 {{deadlock: core 0 waits in 'inst.send' for core 1, and the program of core 1 has ended}}
    inst.send 1, %a[0], 8
  }
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 1000000000 step 10 {
    inst.for %j = 1 to 10 {
      inst.recv 0, %a[0], 8
    }
  }
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{deadlock: core 0 waits in 'inst.recv' for core 1, and core 7 has no program}}
  inst.recv 1, %a[0], 8
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  // expected-note@+1 {{core 1 waits in 'inst.send' for core 7}}
  inst.send 7, %a[0], 8
}

// -----

// Both receive.
inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{deadlock: core 0 waits in 'inst.recv' for core 1}}
  inst.recv 1, %a[0], 8
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  // expected-note@+1 {{core 1 waits in 'inst.recv' for core 0}}
  inst.recv 0, %a[0], 8
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 5 {
    inst.for %j = 4 to 12 step 4 {
      inst.send 1, %a[0], 8
    }
    // expected-error@+1 {{'inst.send' op moves 4 bytes, but the other half moves 8 (core 0, loop counters 4)}}
    inst.send 1, %a[0], 4
  }
}
inst.core 1 groups [] {
  %a = inst.alloc 8
  inst.for %i = 0 to 4 {
    inst.recv 0, %a[0], 8
    inst.recv 0, %a[0], 8
    inst.recv 0, %a[0], 4
  }
  inst.recv 0, %a[0], 8
  inst.recv 0, %a[0], 8
  // expected-note@+1 {{the other half is 'inst.recv' on core 1}}
  inst.recv 0, %a[0], 8
}

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'builtin.unrealized_conversion_cast' op is not an instruction of a core}}
  %0 = builtin.unrealized_conversion_cast to index
}

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'inst.core' op is not an instruction of a core}}
  inst.core 1 groups [] {
  }
}
