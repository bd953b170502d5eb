// RUN: pim-opt %s --graph-quantize | pim-filecheck %s
// RUN: pim-opt %s --graph-quantize="bits=8 samples=4 seed=1 headroom=2" | pim-filecheck %s --check-prefix=EIGHT

// CHECK-LABEL: func.func @main
// CHECK-SAME: (%{{.*}}: tensor<1x4x!quant.uniform<i16:f32, [[X:[^>]*]]>> {graph.name = "x"})
// CHECK-SAME: -> (tensor<4x1x!quant.uniform<i16:f32, [[Y:[^>]*]]>> {graph.name = "y"})
// EIGHT-LABEL: func.func @main
// EIGHT-SAME: (%{{.*}}: tensor<1x4x!quant.uniform<i8:f32, {{[^>]*}}>> {graph.name = "x"})
func.func @main(%x: tensor<1x4xf32> {graph.name = "x"}) -> (tensor<4x1xf32> {graph.name = "y"}) {
  // 0.75 * 2^15 <= 32767 < 0.75 * 2^16.
  // CHECK: %[[W:.*]] = graph.constant dense_resource<w.i16> : tensor<4x4x!quant.uniform<i16:f32, 3.0517578125E-5>>
  // EIGHT: graph.constant dense_resource<w.i8> : tensor<4x4x!quant.uniform<i8:f32, 7.812500e-03>>
  %w = graph.constant dense<0.75> : tensor<4x4xf32> loc("w")
  // CHECK: %[[B:.*]] = graph.constant dense_resource<b.i32> : tensor<4x!quant.uniform<i32:f32, {{.*}}>>
  // EIGHT: graph.constant dense_resource<b.i32> : tensor<4x!quant.uniform<i32:f32, {{.*}}>>
  %b = graph.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32> loc("b")
  // CHECK: graph.linear %{{.*}}, %[[W]] bias %[[B]] : (tensor<1x4x!quant.uniform<i16:f32, [[X]]>>, {{.*}}) -> tensor<1x4x!quant.uniform<i16:f32, {{.*}}>>
  %0 = graph.linear %x, %w bias %b : (tensor<1x4xf32>, tensor<4x4xf32>, tensor<4xf32>) -> tensor<1x4xf32>
  // A sigmoid is never above 1, which 2^14 stands for.
  // CHECK: graph.sigmoid %{{.*}} -> tensor<1x4x!quant.uniform<i16:f32, 6.103515625E-5>>
  // EIGHT: graph.sigmoid %{{.*}} -> tensor<1x4x!quant.uniform<i8:f32, 1.562500e-02>>
  %1 = graph.sigmoid %0 : (tensor<1x4xf32>) -> tensor<1x4xf32>
  // CHECK: %[[C:.*]] = graph.constant dense_resource<c.i16> : tensor<!quant.uniform<i16:f32, 1.220703125E-4>>
  %c = graph.constant dense<2.0> : tensor<f32> loc("c")
  // CHECK: graph.mul %{{.*}}, %[[C]] : ({{.*}}) -> tensor<1x4x!quant.uniform<i16:f32, [[Y]]>>
  %2 = graph.mul %1, %c : (tensor<1x4xf32>, tensor<f32>) -> tensor<1x4xf32>
  // What moves elements rounds none.
  // CHECK: graph.transpose %{{.*}} -> tensor<4x1x!quant.uniform<i16:f32, [[Y]]>>
  %3 = graph.transpose %2 perm [1, 0] : (tensor<1x4xf32>) -> tensor<4x1xf32>
  return %3 : tensor<4x1xf32>
}

// 0.75 * 2^15, 2.0 * 2^13
// CHECK-DAG: w.i16: "0x040000000060006000600060{{[06]*}}"
// CHECK-DAG: c.i16: "0x040000000040"
