// RUN: pim-opt %s --canonicalize --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --reconcile-unrealized-casts --allow-unregistered-dialect | FileCheck %s

// CHECK-LABEL: "some.graph"
// CHECK-NOT: unrealized_conversion_cast
"some.graph"() ({
  %0 = builtin.unrealized_conversion_cast %1 : i32 to i64
  %1 = builtin.unrealized_conversion_cast %0 : i64 to i32
}) : () -> ()
