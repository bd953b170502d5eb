// RUN: pim-opt %s --graph-fold-batch-norm | pim-filecheck %s

// CHECK-LABEL: func.func @convolution
func.func @convolution(%x: tensor<1x1x2x2xf32>) -> tensor<1x2x2x2xf32> {
  %w = graph.constant dense_resource<conv.weight> : tensor<2x1x1x1xf32>
  %s = graph.constant dense<[2.0, 3.0]> : tensor<2xf32> loc("bn.scale")
  %b = graph.constant dense<[0.5, 0.0]> : tensor<2xf32> loc("bn.bias")
  %m = graph.constant dense<[0.25, -1.0]> : tensor<2xf32>
  %v = graph.constant dense<[4.0, 1.0]> : tensor<2xf32>
  // CHECK: %[[W:.*]] = graph.constant dense_resource<conv.weight.folded> : tensor<2x1x1x1xf32>
  // CHECK: %[[B:.*]] = graph.constant dense_resource<bn.bias.folded> : tensor<2xf32>
  // CHECK-NEXT: %[[Y:.*]] = graph.conv2d %{{.*}}, %[[W]] bias %[[B]] strides
  // CHECK-NEXT: return %[[Y]]
  %0 = graph.conv2d %x, %w strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1
    : (tensor<1x1x2x2xf32>, tensor<2x1x1x1xf32>) -> tensor<1x2x2x2xf32>
  %1 = graph.batch_norm %0, %s, %b, %m, %v epsilon 0.0
    : (tensor<1x2x2x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2x2xf32>
  return %1 : tensor<1x2x2x2xf32>
}

// CHECK-LABEL: func.func @alone
func.func @alone(%x: tensor<1x2x2x2xf32>, %late: tensor<2xf32>) -> tensor<1x2x2x2xf32> {
  %p = graph.constant dense<1.0> : tensor<2xf32> loc("bn")
  // CHECK: %[[S:.*]] = graph.constant dense_resource<bn.folded> : tensor<1x2x1x1xf32>
  // CHECK-NEXT: %[[M:.*]] = graph.mul %{{.*}}, %[[S]] :
  // CHECK-NEXT: %[[T:.*]] = graph.constant dense_resource<bn.folded.1> : tensor<1x2x1x1xf32>
  // CHECK-NEXT: %[[A:.*]] = graph.add %[[M]], %[[T]] :
  %0 = graph.batch_norm %x, %p, %p, %p, %p epsilon 0.0
    : (tensor<1x2x2x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2x2xf32>
  // Parameters that are computed cannot be folded.
  // CHECK: graph.batch_norm %[[A]]
  %1 = graph.batch_norm %0, %p, %late, %p, %p epsilon 0.0
    : (tensor<1x2x2x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2x2xf32>
  return %1 : tensor<1x2x2x2xf32>
}

// The channels of a sequence are not what a linear layer computes.
// CHECK-LABEL: func.func @linear
func.func @linear(%x: tensor<1x2x3xf32>, %z: tensor<1x3xf32>) -> (tensor<1x2x2xf32>, tensor<1x2xf32>) {
  %w = graph.constant dense<1.0> : tensor<2x3xf32> loc("fc")
  %p = graph.constant dense<1.0> : tensor<2xf32> loc("bn")
  // CHECK: graph.linear %{{.*}}, %{{.*}} : (tensor<1x2x3xf32>, tensor<2x3xf32>) -> tensor<1x2x2xf32>
  // CHECK: graph.mul %{{.*}}, %{{.*}} : (tensor<1x2x2xf32>, tensor<1x2x1xf32>)
  %0 = graph.linear %x, %w : (tensor<1x2x3xf32>, tensor<2x3xf32>) -> tensor<1x2x2xf32>
  %1 = graph.batch_norm %0, %p, %p, %p, %p epsilon 0.0
    : (tensor<1x2x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2x2xf32>
  // CHECK: graph.linear %{{.*}}, %{{.*}} bias %{{.*}} : (tensor<1x3xf32>, tensor<2x3xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  %2 = graph.linear %z, %w : (tensor<1x3xf32>, tensor<2x3xf32>) -> tensor<1x2xf32>
  %3 = graph.batch_norm %2, %p, %p, %p, %p epsilon 0.0
    : (tensor<1x2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<1x2xf32>
  return %1, %3 : tensor<1x2x2xf32>, tensor<1x2xf32>
}

// The weights are 1, the folded ones 2 / sqrt(4) and 3 / sqrt(1), the bias 0.5 - 0.25 * 1 and 0 + 1 * 3.
// CHECK-DAG: bn.bias.folded: "0x040000000000803E00004040"
// CHECK-DAG: conv.weight.folded: "0x040000000000803F00004040"
{-#
  dialect_resources: {
    builtin: {
      conv.weight: "0x040000000000803F0000803F"
    }
  }
#-}
