// RUN: pim-opt %s --arch-attach=arch=puma -o %t.mlir
// RUN: pim-translate --export-asm %t.mlir | FileCheck %s
// RUN: pim-translate --export-asm %s | FileCheck %s --check-prefix=NONE

// CHECK: .config adc_count
// CHECK: .config cell_precision
// CHECK: .config core_cnt
// CHECK: .config xbar_array_count
// CHECK: .config xbar_size 128 128
// CHECK: .core 2
// NONE: .config core_cnt 3
// NONE-NEXT: .core 2
isa.core 2 groups [] {
  isa.sldi r0, 1
}
