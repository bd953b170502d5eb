// What mlir-opt --irdl-file reads of types with a syntax of their own, and of blocks without a terminator.
// RUN: pim-opt %s --print-irdl-form | FileCheck %s

// CHECK-LABEL: "func.func"() <{function_type = (!tile.fmap<"1x4x4x!quant.uniform<i8:f32, 5.000000e-01>">)
// CHECK: text = "!tile.fmap<2x2x2xi8>", x.activation = #graph.activation<"relu">
func.func @f(%x: !tile.fmap<1x4x4x!quant.uniform<i8:f32, 0.5>>) attributes {text = "!tile.fmap<2x2x2xi8>", x.activation = #graph.activation<relu>} {
  return
}

// CHECK-LABEL: "inst.core"() ({
// CHECK-NEXT: "inst.alloc"() {bytes = 64 : i64} : () -> !inst.buffer
// CHECK-NEXT: "ub.unreachable"() : () -> ()
// CHECK-NEXT: }) {
inst.core 0 groups [] {
  %0 = inst.alloc 64
}
