// RUN: pim-opt %s --irdl-file=%S/Inputs/cmath.irdl.mlir --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --irdl-file=%S/Inputs/cmath.irdl.mlir --allow-unregistered-dialect | pim-opt --irdl-file=%S/Inputs/cmath.irdl.mlir --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt --show-dialects --irdl-file=%S/Inputs/cmath.irdl.mlir | FileCheck %s --check-prefix=DIALECTS
// DIALECTS: Available Dialects: {{.*}},cmath,

// CHECK: func.func @f(%[[P:.*]]: !cmath.complex<f32>, %[[Q:.*]]: !cmath.complex<f32>, %[[I:.*]]: i32, %[[J:.*]]: i64) -> f32 {
func.func @f(%p: !cmath.complex<f32>, %q: !cmath<complex<f32>>, %i: i32, %j: i64) -> f32 {
  // CHECK-NEXT: %[[PQ:.*]] = "cmath.mul"(%[[P]], %[[Q]]) : (!cmath.complex<f32>, !cmath.complex<f32>) -> !cmath.complex<f32>
  %pq = "cmath.mul"(%p, %q) : (!cmath.complex<f32>, !cmath.complex<f32>) -> !cmath.complex<f32>
  // CHECK-NEXT: %[[N:.*]] = "cmath.norm"(%[[PQ]]) : (!cmath.complex<f32>) -> f32
  %n = "cmath.norm"(%pq) : (!cmath.complex<f32>) -> f32
  // CHECK-NEXT: %[[R:.*]] = "cmath.round"(%[[N]]) {how = #cmath.rounding<"up", 3 : i64>, more = "x"} : (f32) -> f32
  %r = "cmath.round"(%n) {how = #cmath.rounding<"up", 3>, more = "x"} : (f32) -> f32
  // CHECK-NEXT: "cmath.sum"(%[[I]], %[[N]], %[[R]]) : (i32, f32, f32) -> f32
  %s = "cmath.sum"(%i, %n, %r) : (i32, f32, f32) -> f32
  "cmath.sum"(%j) : (i64) -> ()
  // CHECK: "cmath.several"(%[[N]], %[[R]], %[[J]]) {operandSegmentSizes = array<i32: 2, 0, 1>, resultSegmentSizes = array<i32: 0, 1>} : (f32, f32, i64) -> i32
  %t = "cmath.several"(%n, %r, %j) {operandSegmentSizes = array<i32: 2, 0, 1>, resultSegmentSizes = array<i32: 0, 1>} : (f32, f32, i64) -> i32
  // CHECK-NEXT: "cmath.both"() : () -> i64
  "cmath.both"() : () -> i64
  // CHECK-NEXT: "cmath.regions"() ({
  "cmath.regions"() ({
  }, {
  ^bb0(%x: i32):
    "x.end"() : () -> ()
  }, {
    "x.end"() : () -> ()
  }, {
  ^bb0:
    "x.end"() : () -> ()
  ^bb1:
    "x.end"() : () -> ()
  }) : () -> ()
  return %s : f32
}
