// An event register that passes the value before its core waits: core 1 waits for ever, and core 0 for core 1. With nothing to do before, core 1 is in
// time, and both end.
// RUN: not pimc simulate %s --arch tiny 2>&1 | FileCheck %s
// RUN: not pim-run %s 2>&1 | FileCheck %s
// RUN: sed '/lldi/d' %s > %t.mlir
// RUN: pimc simulate %t.mlir --arch tiny | FileCheck %s --check-prefix ENDS
// RUN: not pim-run %t.mlir 2>&1 | FileCheck %s --check-prefix ANY

// CHECK: :[[# @LINE + 11]]:3: error: deadlock: core 0 waits in 'isa.wait' for event register 0 to be 1, which is 0
// CHECK: :[[# @LINE + 16]]:3: note: core 1 waits in 'isa.wait' for event register 0 to be 1, which is 2
// CHECK: :[[# @LINE + 15]]:3: note: the register passed that value before core 1 came to wait for it; whether it does may depend on timing

// ENDS: latency
// ANY: error: deadlock: core 0
// ANY: note: core 1
// ANY: note: the register passed that value before core 1 came to wait for it; whether it does may depend on timing
isa.core 0 groups [] {
  isa.sync event_register 0, core 1
  isa.sync event_register 0, core 1
  isa.wait event_register 0, wait_value 1
}
isa.core 1 groups [] {
  isa.setbw ibiw 8, obiw 8
  isa.sldi r0, 0
  isa.lldi r0, 0, size 2000
  isa.wait event_register 0, wait_value 1
  isa.sync event_register 0, core 0
}
