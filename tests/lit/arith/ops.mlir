// RUN: pim-opt %s | pim-opt | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s

// CHECK-LABEL: func.func @ops(
// CHECK-SAME: %[[A:[^ :]*]]: i32, %[[B:[^ :]*]]: i32, %[[V:[^ :]*]]: vector<4xi8>, %[[M:[^ :]*]]: vector<4xi1>)
func.func @ops(%a: i32, %b: i32, %v: vector<4xi8>, %m: vector<4xi1>) {
  // CHECK: arith.constant 1 : i32
  %0 = arith.constant 1 : i32
  // CHECK-NEXT: arith.constant true
  %t = arith.constant true
  // CHECK-NEXT: arith.constant {x} dense<[1, 2, 3, 4]> : vector<4xi8>
  %1 = arith.constant {x} dense<[1, 2, 3, 4]> : vector<4xi8>
  // CHECK-NEXT: arith.addi %[[A]], %[[B]] : i32
  %2 = arith.addi %a, %b : i32
  // CHECK-NEXT: arith.muli %[[A]], %[[B]] overflow<nsw, nuw> {y} : i32
  %3 = arith.muli %a, %b overflow<nuw, nsw> {y} : i32
  // CHECK-NEXT: arith.divui %[[A]], %[[B]] exact : i32
  %4 = arith.divui %a, %b exact : i32
  // CHECK-NEXT: arith.maxsi %[[V]], %[[V]] : vector<4xi8>
  %5 = arith.maxsi %v, %v : vector<4xi8>
  // CHECK-NEXT: arith.cmpi ult, %[[V]], %[[V]] : vector<4xi8>
  %6 = arith.cmpi ult, %v, %v : vector<4xi8>
  // CHECK-NEXT: arith.select %{{.*}}, %[[A]], %[[B]] : i32
  %7 = arith.select %t, %a, %b : i32
  // CHECK-NEXT: arith.select %[[M]], %[[V]], %[[V]] {z} : vector<4xi1>, vector<4xi8>
  %8 = arith.select %m, %v, %v {z} : vector<4xi1>, vector<4xi8>
  // CHECK-NEXT: arith.extsi %[[A]] : i32 to i64
  %9 = arith.extsi %a : i32 to i64
  // CHECK-NEXT: arith.trunci %[[A]] overflow<nsw> : i32 to i8
  %10 = arith.trunci %a overflow<nsw> : i32 to i8
  // CHECK-NEXT: arith.index_castui %[[A]] : i32 to index
  %11 = arith.index_castui %a : i32 to index
  return
}
