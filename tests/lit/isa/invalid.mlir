// RUN: pim-opt %s --verify-diagnostics --split-input-file

// expected-error@+1 {{expected a register, r0 to r31, but got 'r32'}}
isa.core 0 groups [] { isa.sadd r0, r1, r32 }

// -----

// expected-error@+1 {{expected a register, r0 to r31, but got '5'}}
isa.core 0 groups [] { isa.sldi 5, r0 }

// -----

// expected-error@+1 {{expected a field of the instruction, but got 'size'}}
isa.core 0 groups [] { isa.vrelu r0, r1, size 4 }

// -----

// expected-error@+1 {{expected a field of the instruction, but got 'offset'}}
isa.core 0 groups [] { isa.vmv r0, r1, r2, len 4, offset 4 }

// -----

// expected-error@+1 {{'isa.vrelu' op requires attribute 'len'}}
isa.core 0 groups [] { isa.vrelu r0, r1 }

// -----

// expected-error@+1 {{'isa.vrelu' op expects len from 0 to 2147483647, but got -1}}
isa.core 0 groups [] { isa.vrelu r0, r1, len -1 }

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.sadd' op expects rs2 from 0 to 31, but got 32}}
  "isa.sadd"() <{rd = 0 : i32, rs1 = 0 : i32, rs2 = 32 : i32}> : () -> ()
}

// -----

// expected-error@+1 {{'isa.setbw' op expects ibiw from 1 to 64, but got 0}}
isa.core 0 groups [] { isa.setbw ibiw 0, obiw 8 }

// -----

isa.core 0 groups [1] {
  // expected-error@+1 {{'isa.mvmul' op names group 1, but core 0 has 1}}
  isa.mvmul r0, r1, mbiw 8, group 1
  // expected-error@+1 {{'isa.mvmul' op expects mbiw from 1 to 32, but got 33}}
  isa.mvmul r0, r1, mbiw 33, group 0
}

// -----

// expected-error@+1 {{'isa.lmv' op expects size or len, but got neither}}
isa.core 0 groups [] { isa.lmv r0, r1 }

// -----

// expected-error@+1 {{'isa.wait' op expects event_register from 0 to 31, but got 99}}
isa.core 0 groups [] { isa.wait event_register 99, wait_value 1 }

// -----

// expected-error@+1 {{'isa.send' op expects core from 0 to 65535, but got -1}}
isa.core 0 groups [] { isa.send r0, core -1, size 1 }

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.ld' op expects offset_select from 0 to 7, but got 8}}
  "isa.ld"() <{rd = 0 : i32, rs1 = 0 : i32, size = 1 : i32, offset_select = 8 : i32}> : () -> ()
}

// -----

// expected-error@+1 {{'isa.sldi' op expects imm from -2147483648 to 2147483647, but got 2147483648}}
isa.core 0 groups [] { isa.sldi r0, 2147483648 }

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.sldi' op expects imm to be of as many variables as there are indices, 0, but got affine_map<(d0) -> (d0)>}}
  "isa.sldi"() <{rd = 0 : i32, imm = affine_map<(d0) -> (d0)>}> : () -> ()
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.sldi' op expects imm to be one affine expression without symbols, but got affine_map<() -> (0, 1)>}}
  "isa.sldi"() <{rd = 0 : i32, imm = affine_map<() -> (0, 1)>}> : () -> ()
}

// -----

// expected-error@+1 {{'isa.core' op is a second program of core 2; a core has one}}
isa.core 2 groups [] {
}
isa.core 2 groups [] {
}

// -----

// expected-error@+1 {{'isa.core' op expects core from 0 to 65535, but got 65536}}
isa.core 65536 groups [] {
}

// -----

// expected-error@+1 {{'isa.core' op expects array groups of 1 to 2147483647 crossbars, but got 0}}
isa.core 0 groups [1, 0] {
}

// -----

// expected-error@+1 {{'isa.core' op expects weights of each of its 1 array groups, but got 0}}
isa.core 0 groups [1] weights [] {
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.for' op attribute 'step' failed to satisfy constraint: must be from 1 to 2147483647, but got 0 : i64}}
  isa.for %i = 0 to 8 step 0 {
  }
}

// -----

isa.core 0 groups [] {
  // expected-error@+1 {{'isa.for' op expects bounds from -2147483647 to 2147483647, but got 4294967296}}
  isa.for %i = 0 to 4294967296 {
  }
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' must be a dictionary, but is 1 : i64}}
module attributes {isa.config = 1} {
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' has an unknown entry 'cores'}}
module attributes {isa.config = {cores = 1}} {
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' expects core_cnt, but has none}}
module attributes {isa.config = {}} {
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' expects 2 numbers of xbar_size, but got 1}}
module attributes {isa.config = {core_cnt = 1, xbar_size = 128}} {
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' expects core_cnt from 1 to 65536, but got 0}}
module attributes {isa.config = {core_cnt = 0}} {
}

// -----

// expected-error@+1 {{'builtin.module' op attribute 'isa.config' expects integers of core_cnt, but got "a"}}
module attributes {isa.config = {core_cnt = "a"}} {
}

// -----

// expected-error@+1 {{'isa.core' op has the attribute 'isa.config', which only a module can have}}
isa.core 0 groups [] attributes {isa.config = {core_cnt = 1}} {
}

// -----

// expected-error@+1 {{integer constant out of range for attribute: 4294967300 does not fit 'i32'}}
isa.core 0 groups [] { isa.vrelu r0, r1, len 4294967300 }
