// RUN: pim-opt %s --verify-diagnostics --split-input-file

// expected-error@+1 {{'inst.memory' op expects a feature map or a tensor of static shape, but got i16}}
inst.memory @x at 0 : i16 input

// -----

// expected-error@+1 {{'inst.memory' op expects elements of 8, 16, 32 or 64 bits, integers or quantised, but got f32}}
inst.memory @x at 0 : tensor<4xf32> scratch

// -----

// expected-error@+1 {{'inst.memory' op has a halo, which only a feature map can have, but holds tensor<4xi32>}}
inst.memory @x at 0 : tensor<4xi32> halo [1, 1, 1, 1] scratch

// -----

// expected-error@+1 {{'inst.memory' op expects 4 extents of its halo (top, left, bottom, right), but got 2}}
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> halo [1, 1] scratch

// -----

// expected-error@+1 {{'inst.memory' op expects extents of its halo that are not negative, but got -1}}
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> halo [1, 1, -1, 1] scratch

// -----

// expected-error@+1 {{'inst.memory' op expects a shape of 256 elements, but got 255}}
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> input shape [1, 255]

// -----

// expected-error@+1 {{'inst.memory' op expects an input or output to be a feature map, but got tensor<4xi32>}}
inst.memory @x at 0 : tensor<4xi32> output

// -----

// expected-error@+1 {{'inst.memory' op expects a value, since it is a constant}}
inst.memory @x at 0 : tensor<4xi32> constant

// -----

// expected-error@+1 {{'inst.memory' op has a value, but is no constant}}
inst.memory @x at 0 : tensor<4xi32> scratch value dense_resource<x> : tensor<4xi32>

// -----

// expected-error@+1 {{'inst.memory' op takes bytes [0, 512) of global memory, but @y takes [510, 514)}}
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> scratch
inst.memory @y at 510 : tensor<4xi8> scratch

// -----

// expected-error@+1 {{'inst.core' op is a second program of core 2; a core has one}}
inst.core 2 groups [] {
}
inst.core 2 groups [] {
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.mvm' op names group 1, but core 0 has 0}}
  inst.mvm group 1, %a[0], %a[4]
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.send' op names its own core 0 as the other}}
  inst.send 0, %a[0], 4
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.write' op expects a width of 1, 2, 4 or 8 bytes, but got 3}}
  inst.write %a[0], 2, 0 width 3
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.write' op expects a value of 1 bytes, but got 256}}
  inst.write %a[0], 2, 256
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.copy' op has a local stride, but no rows}}
  inst.copy %a[0], %a[4], 2 local_stride 4
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.load' op expects both rows and stride or neither}}
  "inst.load"(%a) <{buffer_at = affine_map<() -> (0)>, memory = @x, memory_at = affine_map<() -> (0)>, size = 2 : i64, stride = 4 : i64}> : (!inst.buffer) -> ()
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.recv' op expects an address of as many variables as there are indices, 0, but got affine_map<(d0) -> (d0)>}}
  "inst.recv"(%a) <{core = 1 : i64, buffer_at = affine_map<(d0) -> (d0)>, size = 2 : i64}> : (!inst.buffer) -> ()
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.recv' op expects an address to be one affine expression without symbols, but got affine_map<() -> (0, 1)>}}
  "inst.recv"(%a) <{core = 1 : i64, buffer_at = affine_map<() -> (0, 1)>, size = 2 : i64}> : (!inst.buffer) -> ()
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.vec' op expects two operands for add}}
  inst.vec #inst.fn<add (16:1, 16:1) -> 16:1>, %a[0], %a[4] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected a result of 32 or 64 bits of accumulate, but got 16:1}}
  inst.vec #inst.fn<accumulate (16:1, 16:1) -> 16:1>, %a[0], %a[4], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected sums like the result 64:1, but got 32:1}}
  inst.vec #inst.fn<accumulate (32:1, 16:1) -> 64:1>, %a[0], %a[4], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 64
  // expected-error@+1 {{expected operands of up to 32 bits of sub, but got 64:3}}
  inst.vec #inst.fn<sub (16:1, 64:3) -> 16:1>, %a[0], %a[0], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 64
  // expected-error@+1 {{expected operands of up to 32 bits of mean, but got 64:3}}
  inst.vec #inst.fn<mean (64:3) -> 16:1>, %a[0], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected a function of the vector unit, one of accumulate, requantize, add, sub, mul, div, max, activate, average, softmax, lrn, mean, but got sine}}
  inst.vec #inst.fn<sine (16:1) -> 16:1>, %a[0], %a[4] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected 8, 16, 32 or 64 bits, but got 12}}
  inst.vec #inst.fn<softmax (12:1) -> 16:1>, %a[0], %a[4] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{a function add has no activation}}
  inst.vec #inst.fn<add (16:1, 16:1) -> 16:1, #graph.activation<relu>>, %a[0], %a[4], %a[0] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected an activation}}
  inst.vec #inst.fn<activate (16:1) -> 16:1>, %a[0], %a[4] length 2
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected operands of max like the result 16:1}}
  inst.vec #inst.fn<max (16:1, 16:2) -> 16:1>, %a[0], %a[4], %a[0] length 2
}

// -----

// expected-error@+1 {{expected rows within [0, 36), but got [0, 37)}}
inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 37 cols 0 to 4 sums i64>] {
}

// -----

// expected-error@+1 {{expected groups that divide the outputs of tensor<4x4x3x3xi16>, but got 3}}
inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 3 of 0 to 1 rows 0 to 37 cols 0 to 4 sums i64>] {
}

// -----

// expected-error@+1 {{expected sums in i32 or i64}}
inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4x3x3xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i16>] {
}

// -----

// expected-error@+1 {{expected weights of shape output x input x kernel row x kernel column of integers, but got tensor<4x4xi16>}}
inst.core 3 groups [#inst.group<dense_resource<k> : tensor<4x4xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
}

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'inst.alloc' op expects to end within 2147483647 bytes of local memory, but is of 2147483647 bytes at 1}}
  %a = inst.alloc 2147483647 at 1
}

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'inst.alloc' op attribute 'bytes' failed to satisfy constraint: must be from 1 to 2147483647, but got 9223372036854775807 : i64}}
  %a = inst.alloc 9223372036854775807
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{'inst.copy' op expects a stride of at most 2147483647 bytes, but got -2147483648}}
  inst.copy %a[0], %a[4], 2 rows 2 stride -2147483648
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 8
  // expected-error@+1 {{expected a fraction from -64 to 64, but got 99}}
  inst.vec #inst.fn<requantize (64:27) -> 16:99>, %a[0], %a[0] length 1
}

// -----

// expected-error@+1 {{'inst.memory' op expects at most 2147483647 bytes, but holds more}}
inst.memory @x at 0 : tensor<99999999999x99999999999xi8> scratch

// -----

// expected-error@+1 {{'inst.memory' op expects a shape of extents above zero, but got -16}}
inst.memory @x at 0 : !tile.fmap<4x8x8xi16> input shape [-16, -16]

// -----

inst.core 0 groups [] {
  // expected-error@+1 {{'inst.for' op expects bounds from -2147483647 to 2147483647, but got 9223372036854775807}}
  inst.for %i = 0 to 9223372036854775807 step 2 {
  }
}

// -----

// expected-error@+1 {{expected the attribute of an activation}}
module attributes {f = #inst.fn<requantize (64:10) -> 16:-5, 3>} {}

// -----

// expected-error@+1 {{expected the dense_resource of the weights}}
inst.core 0 groups [#inst.group<3 groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
}

// -----

// expected-error@+1 {{expected at most 2147483647 weights, but got tensor<100000x100000x1x1xi16>}}
inst.core 0 groups [#inst.group<dense_resource<k> : tensor<100000x100000x1x1xi16> groups 1 of 0 to 1 rows 0 to 36 cols 0 to 4 sums i64>] {
}

// -----

inst.core 0 groups [] {
  %a = inst.alloc 16 at 0
  // expected-error@+1 {{count must be finite, but is Infinity}}
  inst.vec #inst.fn<average (32:0) -> 16:0, count 1.0e999>, %a[0], %a[0] length 4
}
