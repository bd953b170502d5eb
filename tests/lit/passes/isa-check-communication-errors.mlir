// RUN: pim-opt %s --isa-check-communication --verify-diagnostics --split-input-file

isa.core 0 groups [] {
  // expected-error@+1 {{deadlock: core 0 waits in 'isa.recv' for core 0}}
  isa.recv r0, core 0, size 1
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{deadlock: core 0 waits in 'isa.recv' for core 1}}
  isa.recv r0, core 1, size 1
}
isa.core 1 groups [] {
  // expected-note@+1 {{core 1 waits in 'isa.wait' for event register 2 to be 3, which is 2}}
  isa.wait event_register 2, wait_value 3
}
isa.core 2 groups [] {
  isa.for %i = 0 to 2 {
    isa.sync event_register 2, core 1
  }
}

// -----

// The count passes the value.
isa.core 1 groups [] {
  isa.recv r0, core 2, size 1
  // expected-error@+1 {{deadlock: core 1 waits in 'isa.wait' for event register 2 to be 3, which is 1000000}}
  isa.wait event_register 2, wait_value 3
}
isa.core 2 groups [] {
  isa.for %i = 0 to 1000000 {
    isa.sync event_register 2, core 1
  }
  isa.send r0, core 1, size 1
}

// -----

// Whether the count passes the value before core 1 waits is a matter of timing.
isa.core 0 groups [] {
  isa.sync event_register 0, core 1
  // expected-error@+1 {{'isa.sync' op may count event register 0 of core 1 before that has cleared it, so that the count passes the awaited value: no message and no event makes sure of the order (core 0)}}
  isa.sync event_register 0, core 1
  isa.wait event_register 0, wait_value 1
}
isa.core 1 groups [] {
  // expected-note@+1 {{the register is cleared by 'isa.wait' here}}
  isa.wait event_register 0, wait_value 1
  isa.sync event_register 0, core 0
}

// -----

// The same, where a loop counts.
isa.core 0 groups [] {
  isa.for %i = 0 to 1000000 {
    // expected-error@+1 {{'isa.sync' op may count event register 0 of core 1 before that has cleared it, so that the count passes the awaited value: no message and no event makes sure of the order (core 0)}}
    isa.sync event_register 0, core 1
  }
}
isa.core 1 groups [] {
  // expected-note@+1 {{the register is cleared by 'isa.wait' here}}
  isa.wait event_register 0, wait_value 3
}

// -----

// An event makes sure of the order: core 1 waits when the count has passed the value, whatever the timing.
isa.core 0 groups [] {
  isa.sync event_register 0, core 1
  isa.sync event_register 0, core 1
  isa.sync event_register 1, core 1
}
isa.core 1 groups [] {
  isa.wait event_register 1, wait_value 1
  // expected-error@+1 {{deadlock: core 1 waits in 'isa.wait' for event register 0 to be 1, which is 2}}
  isa.wait event_register 0, wait_value 1
}

// -----

// All that wait for events are told of.
isa.core 0 groups [] {
  // expected-error@+1 {{deadlock: core 0 waits in 'isa.wait' for event register 0 to be 1, which is 0}}
  isa.wait event_register 0, wait_value 1
  isa.sync event_register 0, core 1
}
isa.core 1 groups [] {
  // expected-note@+1 {{core 1 waits in 'isa.wait' for event register 0 to be 1, which is 0}}
  isa.wait event_register 0, wait_value 1
  isa.sync event_register 0, core 0
}

// -----

// It may pass the value: core 1 need not have cleared it when core 0 counts again.
isa.core 1 groups [] {
  // expected-note@+1 {{the register is cleared by 'isa.wait' here}}
  isa.wait event_register 2, wait_value 1
  isa.wait event_register 2, wait_value 1
}
isa.core 0 groups [] {
  isa.sync event_register 2, core 1
  // expected-error@+1 {{'isa.sync' op may count event register 2 of core 1 before that has cleared it, so that the count passes the awaited value: no message and no event makes sure of the order (core 0)}}
  isa.sync event_register 2, core 1
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{deadlock: core 0 waits in 'isa.sync' for core 7, and core 7 has no program}}
  isa.sync event_register 2, core 7
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.send' op moves 2 bytes, but the other half moves 4 (core 0)}}
  isa.send r0, core 1, size 2
}
isa.core 1 groups [] {
  // expected-note@+1 {{the other half is 'isa.recv' on core 1}}
  isa.recv r0, core 0, size 4
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'builtin.unrealized_conversion_cast' op is not an instruction of a core}}
  %0 = builtin.unrealized_conversion_cast to index
}
