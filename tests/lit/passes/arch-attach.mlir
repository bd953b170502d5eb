// RUN: pim-opt %s --arch-attach=arch=tiny | FileCheck %s
// RUN: pim-opt %s --arch-attach=arch=isaac --arch-attach=arch=tiny | FileCheck %s
// RUN: not pim-opt %s --arch-attach 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not pim-opt %s --arch-attach=arch=tinny 2>&1 | FileCheck %s --check-prefix=UNKNOWN

// CHECK: module attributes {arch.accelerator = {chip_config = {core_cnt = 4 : i64
// CHECK-NOT: isaac
// NONE: error: arch-attach needs the option arch, a preset ({{.*}}isaac{{.*}}) or a JSON file
// UNKNOWN: error:
module {
}
