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

// A list of operands is of one type in IRDL.
// CHECK-LABEL: sym_name = "lists"
// CHECK: ^bb0(%[[A:.*]]: [[TA:.*]], %[[B:.*]]: [[TB:.*]]):
// CHECK-NEXT: %[[CAST:.*]] = "builtin.unrealized_conversion_cast"(%[[B]]) : ([[TB]]) -> [[TA]]
// CHECK-NEXT: "graph.concat"(%[[A]], %[[CAST]]) {axis = 1 : i64} : ([[TA]], [[TA]]) -> tensor<1x5xf32>
func.func @lists(%a: tensor<1x2xf32>, %b: tensor<1x3xf32>) -> tensor<1x5xf32> {
  %0 = graph.concat %a, %b axis 1 : (tensor<1x2xf32>, tensor<1x3xf32>) -> tensor<1x5xf32>
  return %0 : tensor<1x5xf32>
}
