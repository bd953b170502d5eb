// RUN: pim-opt %s --arch-attach=arch=isaac --convert-inst-to-isa --split-input-file | FileCheck %s

// Constants are made at the end of local memory before the loop, and what does not change in it is in registers before it begins.
// CHECK-LABEL: inst.memory @y at 0
// CHECK: isa.core 0 groups [4] weights [#inst.group<dense_resource<w> {{.*}}>] {
// CHECK-NEXT: isa.sldi r1, 0
// CHECK: isa.lldi r{{[0-9]+}}, 128, size 1
// CHECK: isa.setbw ibiw 32, obiw 32
// CHECK: isa.vmv r{{[0-9]+}}, r{{[0-9]+}}, r{{[0-9]+}}, len 511
// CHECK: isa.for %[[I:.*]] = 0 to 9 {
// CHECK-NEXT: isa.setbw ibiw 16, obiw 32
// CHECK-NEXT: isa.mvmul r[[SUMS:[0-9]+]], r[[IN:[0-9]+]], mbiw 16, group 0
// CHECK-NEXT: isa.setbw ibiw 32, obiw 32
// CHECK-NEXT: isa.vrsu r[[T:[0-9]+]], r[[SUMS]], r{{[0-9]+}}, len 512
// CHECK-NEXT: isa.vrsl r[[T]], r[[T]], r{{[0-9]+}}, len 512
// CHECK-NEXT: isa.vvadd r[[T]], r[[T]], r{{[0-9]+}}, len 512
// CHECK-NEXT: isa.setbw ibiw 32, obiw 16
// CHECK-NEXT: isa.sldi r[[OUT:[0-9]+]], %[[I]] * 1024 + 3072
// CHECK-NEXT: isa.vvsra r[[OUT]], r[[T]], r{{[0-9]+}}, len 512
// CHECK-NEXT: isa.sldi r{{[0-9]+}}, %[[I]] * 1024{{$}}
// CHECK-NEXT: isa.st
// CHECK-NEXT: }
inst.memory @y at 0 : tensor<9216xi8> scratch
inst.core 0 groups [#inst.group<dense_resource<w> : tensor<512x64x1x1xi16> groups 1 of 0 to 1 rows 0 to 64 cols 0 to 512 sums i32>] {
  %in = inst.alloc 128 at 0
  %sums = inst.alloc 2048 at 1024
  %out = inst.alloc 9216 at 3072
  inst.write %in[0], 64, 1 width 2
  inst.for %i = 0 to 9 {
    inst.mvm group 0, %sums[0], %in[0]
    inst.vec #inst.fn<requantize (32:8) -> 16:0, #graph.activation<relu>>, %out[%i * 1024], %sums[0] length 512
    inst.store @y[%i * 1024], %out[%i * 1024], 1024
  }
}

// -----

// Sizes and lengths are cut to what the fields of a word hold, strided pieces are loops, single elements are gathered.
// CHECK-LABEL: inst.memory @x at 0
// CHECK: isa.core 3 groups [] {
// CHECK: isa.for %[[R:.*]] = 0 to 4 {
// CHECK: isa.sldi r{{[0-9]+}}, %[[R]] * 100{{$}}
// CHECK: isa.sldi r{{[0-9]+}}, %[[R]] * 200{{$}}
// CHECK: isa.ld r{{[0-9]+}}, r{{[0-9]+}}, size 100
// CHECK: isa.for %[[P:.*]] = 0 to 6048 step 2016 {
// CHECK-NEXT: isa.sldi r{{[0-9]+}}, %[[P]] + 400
// CHECK-NEXT: isa.sldi r{{[0-9]+}}, %[[P]] + 1000
// CHECK-NEXT: isa.ld r{{[0-9]+}}, r{{[0-9]+}}, size 2016
// CHECK: isa.setbw ibiw 16, obiw 16
// CHECK: isa.sldi r[[STRIDE:[0-9]+]], 3
// CHECK-NEXT: isa.vmv r{{[0-9]+}}, r{{[0-9]+}}, r[[STRIDE]], len 10
// CHECK-NEXT: isa.send r{{[0-9]+}}, core 4, size 20
// CHECK: isa.core 4 groups [] {
// CHECK-NEXT: isa.sldi r{{[0-9]+}}, 64
// CHECK-NEXT: isa.recv r{{[0-9]+}}, core 3, size 20
inst.memory @x at 0 : tensor<8000xi8> scratch
inst.core 3 groups [] {
  %a = inst.alloc 400 at 0
  %b = inst.alloc 6048 at 400
  %c = inst.alloc 20 at 6448
  inst.load %a[0], @x[0], 100 rows 4 stride 200
  inst.load %b[0], @x[1000], 6048
  inst.copy %c[0], %a[0], 2 rows 10 stride 6
  inst.send 4, %c[0], 20
}
inst.core 4 groups [] {
  %a = inst.alloc 20 at 64
  inst.recv 3, %a[0], 20
}

// -----

// An element is divided by being averaged with zeros; functions of real numbers say their fractions; the locations are those of the layers.
// CHECK-LABEL: isa.core 0
// CHECK: isa.vrsu
// CHECK: isa.for %[[I:.*]] = 0 to 5 {
// CHECK: isa.vavg r{{[0-9]+}}, r{{[0-9]+}}, r{{[0-9]+}}, len 9
// CHECK: isa.vsigm r{{[0-9]+}}, r{{[0-9]+}}, len 5 fractions [4, 15]
inst.core 0 groups [] {
  %sums = inst.alloc 20 at 0
  %out = inst.alloc 10 at 20
  inst.write %sums[0], 5, -1000 width 4
  inst.vec #inst.fn<average (32:4) -> 16:4, count 9>, %out[0], %sums[0] length 5 loc("pool")
  inst.vec #inst.fn<activate (16:4) -> 16:15, #graph.activation<sigmoid>>, %out[0], %out[0] length 5 loc("gate")
}
