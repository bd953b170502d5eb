// RUN: pim-opt %s --verify-diagnostics --split-input-file

// expected-error@+1 {{'sim.machine' op expects a period above 0 ps}}
sim.machine "pimsim" period 0 ns

// -----

// expected-error@+1 {{'sim.machine' op expects a timer above 0 ps}}
sim.machine "pimsim" period 1 ns timer 0 ns

// -----

// expected-error@+1 {{'sim.machine' op is not the only one}}
sim.machine "pimsim" period 1 ns
sim.machine "pimsim" period 1 ns

// -----

// expected-error@+1 {{'sim.core' op expects a reorder buffer of 1 to 65536 instructions, but got 0}}
sim.core 0 reorder 0 vectors 1 memories 0 groups 0 events 0 {}

// -----

// expected-error@+1 {{'sim.core' op expects 0 to 65536 array groups, but got 65537}}
sim.core 0 reorder 1 vectors 1 memories 0 groups 65537 events 0 {}

// -----

// expected-error@+1 {{'sim.core' op is a second program of core 1; a core has one}}
sim.core 1 reorder 1 vectors 1 memories 0 groups 0 events 0 {}
sim.core 1 reorder 1 vectors 1 memories 0 groups 0 events 0 {}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.decode' op expects 1 to 16777216 slots, but got 16777217}}
  sim.decode 16777217
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.for' op expects bounds from -2147483647 to 2147483647, but got 4294967296}}
  sim.for %i = 0 to 4294967296 {}
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op is sldi, which needs no unit; sim.decode counts such}}
  sim.issue sldi on vector {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects the array group that it is for}}
  sim.issue mvmul on matrix {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op names an array group, but is for vector}}
  sim.issue vrelu on vector group 0 {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op has a value to await, but no event}}
  sim.issue wait on transfer value 1 {
  }
}

// -----

// expected-error@+1 {{'sim.issue' op expects to be within a sim.core}}
sim.issue vrelu on vector {}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op needs array group 2, but core 0 has 2}}
  sim.issue mvmul on matrix group 2 {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op needs a unit for memory, but core 0 has 0}}
  sim.issue ld on memory {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op names event 4, but core 0 has 4}}
  sim.issue wait on transfer event 4 value 1 {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects 1 or 2 ranges that it reads, but got 3}}
  sim.issue vvadd on vector memory[read 1 at 0, read 1 at 0, read 1 at 0] {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects to read 1 to 2147483647 bytes, but got 0}}
  sim.issue vvadd on vector memory[read 0 at 0] {
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  sim.for %i = 0 to 8 {
    // expected-error@+1 {{'sim.issue' op expects addresses from -2147483648 to 2147483647, but got some within 0 to 7000000000}}
    sim.issue vrelu on vector memory[read 1 at %i * 1000000000] {}
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  sim.for %i = 0 to 8 {
    // expected-error@+1 {{'sim.issue' op computes an address that overflows or divides by what is not above zero}}
    sim.issue vrelu on vector memory[read 1 at %i * 9223372036854775807] {}
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects timed actions in its body, but got sim.decode}}
  sim.issue vrelu on vector {
    sim.decode 1
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op transmits what it has not offered; expected a sim.offer before each sim.transmit}}
  sim.issue send on transfer core 1 {
    sim.transmit 1
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op has accesses or computations at its end that take no time; expected a sim.elapse behind them}}
  sim.issue vrelu on vector {
    sim.compute 1 ns
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op is for vector, but only the transfer unit can do sim.offer}}
  sim.issue vrelu on vector core 1 {
    sim.offer 1
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects the other core for its sim.accept}}
  sim.issue recv on transfer {
    sim.accept 1
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects the event for its sim.signal}}
  sim.issue sync on transfer core 1 {
    sim.signal 1
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects the event and its value for its sim.await}}
  sim.issue wait on transfer event 1 {
    sim.await
  }
}

// -----

// expected-error@+1 {{'sim.elapse' op expects to be within a sim.issue}}
sim.elapse

// -----

// expected-error@+1 {{'sim.run' op expects to be within a sim.bench}}
sim.run

// -----

// expected-error@+1 {{'sim.bench' op expects a sim.run}}
sim.bench {}

// -----

// expected-error@+1 {{'sim.bench' op has a sim.report that no sim.run stands before}}
sim.bench {
  sim.report latency
}

// -----

// expected-error@+1 {{'sim.bench' op has a sim.input at its end that no sim.run takes}}
sim.bench {
  sim.run
  sim.input @x, dense<1> : tensor<i8>
}

// -----

// expected-error@+1 {{'sim.bench' op expects lines of a test bench in its body, but got sim.decode}}
sim.bench {
  sim.decode 1
}

// -----

sim.bench {
  // expected-error@+1 {{'sim.input' op expects a tensor of f32 or of integers of 1 to 64 bits, but got tensor<f64>}}
  sim.input @x, dense<1.0> : tensor<f64>
  sim.run
}

// -----

sim.bench {
  sim.run
  // expected-error@+1 {{'sim.expect' op expects integers exactly, but says within 1.0}}
  sim.expect @x, dense<1> : tensor<i8> within 1.0
}

// -----

sim.bench {
  sim.run
  // expected-error@+1 {{'sim.expect' op expects within to be 0 or more, but got -1.0}}
  sim.expect @x, dense<1.0> : tensor<f32> within -1.0
}

// -----

sim.bench {
  sim.run
  // expected-error@+1 {{'sim.expect_time' op expects at_least, at_most or both}}
  sim.expect_time
}

// -----

sim.bench {
  sim.run
  // expected-error@+1 {{'sim.expect_cycles' op expects what nothing can be: at least 3 and at most 2}}
  sim.expect_cycles at_least 3 at_most 2
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  sim.issue vrelu on vector {
    // expected-error@+1 {{'sim.access' op attribute 'duration' failed to satisfy constraint: must be a time from 0 to 1 s, but got 1001000000000 : i64}}
    sim.access 1001 ms
    sim.elapse
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  sim.issue vrelu on vector {
    sim.access 1001
  // expected-error@+1 {{expected a unit of time, ps, ns, us or ms, but got '}'}}
  }
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{expected a part of the accelerator, control, matrix_unit, vector_unit, transfer_unit, local_memory, network, global_memory, but got 'heart'}}
  sim.issue vrelu on vector spends heart 1.0 {}
}

// -----

// expected-error@+1 {{'sim.core' op expects crossbars of each of its 2 array groups, but got 1}}
sim.core 0 reorder 1 vectors 1 memories 0 groups 2 crossbars [4] events 0 {}

// -----

// expected-error@+1 {{'sim.core' op expects array groups of 1 to 2147483647 crossbars, but got 0}}
sim.core 0 reorder 1 vectors 1 memories 0 groups 1 crossbars [0] events 0 {}

// -----

// expected-error@+1 {{'sim.core' op has weights of array groups, but no crossbars that hold them}}
sim.core 0 reorder 1 vectors 1 memories 0 groups 1
  weights [#inst.group<dense_resource<w> : tensor<4x3x1x1xi8> groups 1 of 0 to 1 rows 0 to 3 cols 0 to 4 sums i32>] events 0 {}

// -----

// expected-error@+1 {{'sim.core' op expects weights of each of its 2 array groups, but got 1}}
sim.core 0 reorder 1 vectors 1 memories 0 groups 2 crossbars [1, 1]
  weights [#inst.group<dense_resource<w> : tensor<4x3x1x1xi8> groups 1 of 0 to 1 rows 0 to 3 cols 0 to 4 sums i32>] events 0 {}

// -----

sim.bench {
  // expected-error@+1 {{'sim.run' op expects a warm-up of fewer than its 3 samples, but got 3}}
  sim.run samples 3 warm_up 3
}

// -----

sim.bench {
  // expected-error@+1 {{'sim.run' op expects a warm-up of fewer than its 1 samples, but got 1}}
  sim.run warm_up 1
}

// -----

sim.bench {
  // expected-error@+1 {{'sim.run' op attribute 'samples' failed to satisfy constraint: must be}}
  sim.run samples 0
}

// -----

sim.bench {
  sim.run
  // expected-error@+1 {{'sim.expect_throughput' op expects at_least, at_most or both}}
  sim.expect_throughput
}

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{integer constant out of range for attribute: 4294967297 does not fit 'i32'}}
  sim.issue sync on transfer core 0 event 4294967297 {
    sim.signal 1
  }
}

// -----

// expected-error@+1 {{'sim.machine' op expects a period of at most 1000000 ns, but got 1000000001 ps}}
sim.machine "pimsim" period 1000000001 ps

// -----

// expected-error@+1 {{'sim.machine' op expects a timer of at most 100000000000000 ns, but got 100000000000001 ns}}
sim.machine "pimsim" period 1 ns timer 100000000000001 ns

// -----

sim.core 0 reorder 4 vectors 1 memories 0 groups 2 events 4 {
  // expected-error@+1 {{'sim.issue' op expects the pJ of vector_unit as an f64 from 0 to 1e18, but got -1.0}}
  sim.issue vrelu on vector spends vector_unit -1.0 {
    sim.compute 1 ns
    sim.elapse
  }
}
