// RUN: pim-opt %s --split-input-file --verify-diagnostics | FileCheck %s

isa.core 0 groups [] {
  // CHECK: isa.vtanh r0, r1, len 4 fractions [4, -2]
  isa.vtanh r0, r1, len 4 fractions [4, -2]
  // CHECK: isa.vsigm r0, r1, len 4, offset 2 rd fractions [10, 15]
  isa.vsigm r0, r1, len 4, offset 2 rd fractions [10, 15]
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.vtanh' op expects two fractions, of its input and its output, but got 1}}
  isa.vtanh r0, r1, len 4 fractions [4]
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.vsigm' op expects fractions from -64 to 64, but got 65}}
  isa.vsigm r0, r1, len 4 fractions [4, 65]
}
