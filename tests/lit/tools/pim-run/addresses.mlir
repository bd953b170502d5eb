// RUN: not pim-run %s 2>&1 | FileCheck %s
// RUN: sed -e 's/.%i \* 9223372036854775807./[%i mod 0]/' %s > %t.mod.mlir
// RUN: not pim-run %t.mod.mlir 2>&1 | FileCheck %s --check-prefix=MOD
// RUN: sed -e 's/, 1, 1 .. here/, 2147483647, 1/' %s > %t.long.mlir
// RUN: not pim-run %t.long.mlir 2>&1 | FileCheck %s --check-prefix=LONG

// CHECK: addresses.mlir:[[@LINE+7]]:7: error: 'inst.write' op computes an address that no memory has: it overflows or divides by zero (core 0, loop counters 2)
// MOD: error: 'inst.write' op computes an address that no memory has: it overflows or divides by zero (core 0, loop counters 0)
// LONG: error: 'inst.write' op works on 2147483647 bytes of buffer #0, which has 8
module {
  inst.core 0 groups [] {
    %a = inst.alloc 8
    inst.for %i = 0 to 4 step 2 {
      inst.write %a[%i * 9223372036854775807], 1, 1 // here
    }
  }
}
