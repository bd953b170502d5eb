// RUN: pim-opt %s --arch-attach=arch=isaac --convert-inst-to-isa --verify-diagnostics --split-input-file

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op computes softmax, for which there are no instructions; end the network before it and compute it on the host: #inst.fn<softmax (16:1) -> 16:1>}}
  inst.vec #inst.fn<softmax (16:1) -> 16:1>, %a[0], %a[0] length 8
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op divides by computed numbers, for which there is no instruction; multiply by the reciprocal of a constant: #inst.fn<div (16:1, 16:1) -> 16:1>}}
  inst.vec #inst.fn<div (16:1, 16:1) -> 16:1>, %a[0], %a[0], %a[0] length 8
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op computes hard_swish, which rounds half to even as no instruction does; train with sigmoid or clip instead: #inst.fn<activate (16:1) -> 16:1, #graph.activation<hard_swish>>}}
  inst.vec #inst.fn<activate (16:1) -> 16:1, #graph.activation<hard_swish>>, %a[0], %a[0] length 8
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op needs elements of more than 64 bits: #inst.fn<add (16:0, 16:60) -> 16:0>}}
  inst.vec #inst.fn<add (16:0, 16:60) -> 16:0>, %a[0], %a[0], %a[0] length 8
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op divides by 3000, but an instruction takes the mean of 1 to 2047 elements; pool in two steps: #inst.fn<average (32:0) -> 16:0, count 3000>}}
  inst.vec #inst.fn<average (32:0) -> 16:0, count 3000>, %a[0], %a[0] length 4
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8192 at 0
  %b = inst.alloc 2 at 8192
  inst.write %a[0], 8192, 0
  // expected-error@+1 {{'inst.vec' op adds 4096 elements, but an instruction works on up to 2047: #inst.fn<mean (16:0) -> 16:0>}}
  inst.vec #inst.fn<mean (16:0) -> 16:0>, %b[0], %a[0] length 4096
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  inst.write %a[0], 16, 0
  // expected-error@+1 {{'inst.vec' op adds 64:0 to narrower 32:0: #inst.fn<accumulate (32:0, 64:0) -> 32:0>}}
  inst.vec #inst.fn<accumulate (32:0, 64:0) -> 32:0>, %a[0], %a[0], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'inst.alloc' op has no offset yet; run inst-allocate first}}
  %a = inst.alloc 16
  inst.write %a[0], 16, 0
}

// -----

// Nothing is left for scratch space: a rounding needs a vector, a bound, a half and a shift.
inst.core 5 groups [] {
  %a = inst.alloc 65530 at 0
  inst.write %a[0], 65530, 0
  // expected-error@+1 {{'inst.vec' op needs 65550 bytes of local memory with the scratch space and constants of its vector functions, but core 5 has 65536; give inst-allocate less or the core more}}
  inst.vec #inst.fn<requantize (32:8) -> 16:0>, %a[0], %a[0] length 8
  inst.write %a[0], 65530, 0
}

// -----

// Computed in pieces, 16-bit numbers grow over the ones behind them.
inst.core 0 groups [] {
  %a = inst.alloc 40000 at 0
  inst.write %a[0], 40000, 0
  // expected-error@+1 {{'inst.vec' op must be computed in pieces, the first of which would overwrite the operand of another; write to another buffer}}
  inst.vec #inst.fn<requantize (8:4) -> 16:2>, %a[0], %a[0] length 10000
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  // expected-error@+1 {{'inst.load' op names memory @none, which does not exist}}
  inst.load %a[0], @none[0], 16
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 64 at 0
  inst.write %a[0], 64, 0
  // expected-error@+1 {{'inst.vec' op divides by 2 * 5000000000000000000, but an instruction takes the mean of 1 to 2047 elements; pool in two steps: #inst.fn<average (32:1) -> 16:0, count 5000000000000000000>}}
  inst.vec #inst.fn<average (32:1) -> 16:0, count 5.0e18>, %a[0], %a[8] length 4
}
