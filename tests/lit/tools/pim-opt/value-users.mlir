// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-value-users | FileCheck %s --match-full-lines

//      CHECK: ^bb0(%arg0: index, %arg1: index):
// CHECK-NEXT: // %arg0 is used by [[TWO:%[0-9]+]]#0, [[TWO]]#1
// CHECK-NEXT: // %arg1 is unused
// CHECK-NEXT: [[TWO]]:2 = "test.two"(%arg0, %arg0) : (index, index) -> (index, index) // users: ([[LAST:%[0-9]+]], [[ONE:%[0-9]+]]), (unused)
// CHECK-NEXT: [[ONE]] = "test.one"([[TWO]]#0) : (index) -> index // user: [[LAST]]
// CHECK-NEXT: "test.none"() : () -> ()
// CHECK-NEXT: %{{[0-9]+}} = "test.idle"() : () -> index // unused
// CHECK-NEXT: "func.return"([[ONE]], [[TWO]]#0) : (index, index) -> () // id: [[LAST]]
func.func @f(%a: index, %b: index) -> (index, index) {
  %c:2 = "test.two"(%a, %a) : (index, index) -> (index, index)
  %d = "test.one"(%c#0) : (index) -> index
  "test.none"() : () -> ()
  %e = "test.idle"() : () -> index
  return %d, %c#0 : index, index
}
