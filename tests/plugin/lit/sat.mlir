// RUN: pim-opt --load-plugin=%S/../target/sat-plugin.jar %s | FileCheck %s --check-prefix=SAME
// RUN: pim-opt --load-plugin=%S/../target/sat-plugin.jar %s --sat-clean-up | FileCheck %s
// RUN: pim-opt --load-plugin=%S/../target/sat-plugin.jar %s --pass-pipeline='builtin.module(func.func(sat-merge-limits{only-adjacent=true}),cse)' | FileCheck %s --check-prefix=ADJACENT

// CHECK-LABEL: func.func @limits(
// CHECK-SAME: %[[X:.*]]: i32, %[[Y:.*]]: i32)
func.func @limits(%x: i32, %y: i32) -> (i32, i32) {
  // CHECK-NEXT: %[[S:.*]] = sat.add %[[X]], %[[Y]] : i32
  // SAME: sat.add %{{.*}}, %{{.*}} : i32
  %sum = sat.add %x, %y : i32
  // SAME-NEXT: sat.limit %{{.*}} from 0 to 100 : i32
  // ADJACENT: %[[A:.*]] = sat.limit %{{.*}} from 0 to 100 : i32
  %0 = sat.limit %sum from 0 to 100 : i32
  // CHECK-NEXT: %[[M:.*]] = sat.limit %[[S]] from 0 to 100 : i32
  // CHECK-NEXT: %[[L:.*]] = sat.limit %[[S]] from 50 to 100 : i32
  // ADJACENT-NEXT: sat.limit %[[A]] from 50 to 200 : i32
  %1 = sat.limit %0 from 50 to 200 : i32
  // CHECK-NEXT: return %[[L]], %[[M]] : i32, i32
  return %1, %0 : i32, i32
}
