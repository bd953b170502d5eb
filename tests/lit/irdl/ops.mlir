// RUN: pim-opt %s | FileCheck %s
// RUN: pim-opt %s --mlir-print-op-generic | FileCheck %s --check-prefix=GENERIC
// RUN: pim-opt %s --mlir-print-op-generic | pim-opt | FileCheck %s
// RUN: pim-opt %S/Inputs/cmath.irdl.mlir | pim-opt | FileCheck %s --check-prefix=CMATH
// CMATH: irdl.operation @loop {

// CHECK: irdl.dialect @example attributes {since = 1 : i64} {
// GENERIC: "irdl.dialect"() <{sym_name = "example"}> ({
irdl.dialect @example attributes {since = 1} {
  // CHECK-NEXT: irdl.type @empty
  // GENERIC: "irdl.type"() <{sym_name = "empty"}> ({
  // GENERIC-NEXT: ^bb{{[0-9]+}}:
  irdl.type @empty {}
  // CHECK-NEXT: irdl.attribute @sized {
  // CHECK-NEXT:   %[[C:.*]] = irdl.c_pred "true"
  // CHECK-NEXT:   irdl.parameters(size: %[[C]]) {x}
  irdl.attribute @sized {
    %0 = irdl.c_pred "true"
    irdl.parameters(size: %0) {x}
  }
  // CHECK: irdl.operation @op {
  irdl.operation @op {
    // CHECK-NEXT: %[[ANY:.*]] = irdl.any
    %any = irdl.any
    // CHECK-NEXT: %[[IS:.*]] = irdl.is 1 : i64
    %is = irdl.is 1
    // CHECK-NEXT: %[[BASE:.*]] = irdl.base @example::@empty
    // GENERIC: "irdl.base"() <{base_ref = @example::@empty}> : () -> !irdl.attribute
    %base = irdl.base @example::@empty
    // CHECK-NEXT: %[[NAMED:.*]] = irdl.base "!builtin.integer"  {note}
    // GENERIC: "irdl.base"() <{base_name = "!builtin.integer"}> {note} : () -> !irdl.attribute
    %named = irdl.base "!builtin.integer" {note}
    // CHECK-NEXT: %[[SIZED:.*]] = irdl.parametric @example::@sized<%[[IS]]>
    %sized = irdl.parametric @example::@sized<%is>
    // CHECK-NEXT: %[[OR:.*]] = irdl.any_of(%[[BASE]], %[[NAMED]])
    %or = irdl.any_of(%base, %named)
    // CHECK-NEXT: %[[AND:.*]] = irdl.all_of(%[[OR]], %[[ANY]])
    %and = irdl.all_of(%or, %any)
    // CHECK-NEXT: %[[R1:.*]] = irdl.region{{$}}
    %r1 = irdl.region
    // CHECK-NEXT: %[[R2:.*]] = irdl.region(){{$}}
    // GENERIC: "irdl.region"() <{constrainedArguments}> : () -> !irdl.region
    %r2 = irdl.region()
    // CHECK-NEXT: %[[R3:.*]] = irdl.region(%[[ANY]], %[[AND]]) with size 3
    // GENERIC: "irdl.region"(%{{.*}}, %{{.*}}) <{constrainedArguments, numberOfBlocks = 3 : i32}>
    %r3 = irdl.region(%any, %and) with size 3
    // CHECK-NEXT: irdl.operands(a: %[[ANY]], b: optional %[[OR]], c: variadic %[[AND]])
    // GENERIC: names = ["a", "b", "c"], variadicity = #irdl<variadicity_array[ single,  optional,  variadic]>
    irdl.operands(a: single %any, b: optional %or, c: variadic %and)
    // CHECK-NEXT: irdl.results()
    irdl.results()
    // CHECK-NEXT: irdl.attributes {"x" = %[[SIZED]], "y" = %[[IS]]}
    // GENERIC: <{attributeValueNames = ["x", "y"]}>
    irdl.attributes {"x" = %sized, "y" = %is}
    // CHECK-NEXT: irdl.regions(r1: %[[R1]], r2: %[[R2]], r3: %[[R3]])
    irdl.regions(r1: %r1, r2: %r2, r3: %r3)
  }
  // CHECK: irdl.operation @nothing
  irdl.operation @nothing
}
