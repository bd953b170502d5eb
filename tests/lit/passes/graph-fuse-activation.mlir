// RUN: pim-opt %s --graph-fuse-activation | pim-filecheck %s

!x = tensor<1x4xf32>
!w = tensor<4x4xf32>

// CHECK-LABEL: func.func @fused
func.func @fused(%x: !x) -> !x {
  %w = graph.constant dense<1.0> : !w
  // CHECK: graph.linear %{{.*}}, %{{.*}} activation #graph.activation<relu> : (
  %0 = graph.linear %x, %w : (!x, !w) -> !x
  %1 = graph.relu %0 : (!x) -> !x
  // CHECK-NEXT: graph.linear %{{.*}}, %{{.*}} activation #graph.activation<clip, 0.000000e+00, 6.000000e+00> : (
  %2 = graph.linear %1, %w : (!x, !w) -> !x
  %3 = graph.clip %2 min 0.0 max 6.0 : (!x) -> !x
  // CHECK-NEXT: %[[Y:.*]] = graph.linear %{{.*}}, %{{.*}} activation #graph.activation<leaky_relu, 1.000000e-01> : (
  // CHECK-NEXT: return %[[Y]]
  %4 = graph.linear %3, %w : (!x, !w) -> !x
  %5 = graph.leaky_relu %4 alpha 0.1 : (!x) -> !x
  return %5 : !x
}

// CHECK-LABEL: func.func @convolution
func.func @convolution(%x: tensor<1x1x2x2xf32>) -> tensor<1x1x2x2xf32> {
  %w = graph.constant dense<1.0> : tensor<1x1x1x1xf32>
  // CHECK: graph.conv2d {{.*}} groups 1 activation #graph.activation<relu> : (
  // CHECK-NEXT: return
  %0 = graph.conv2d %x, %w strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1
    : (tensor<1x1x2x2xf32>, tensor<1x1x1x1xf32>) -> tensor<1x1x2x2xf32>
  %1 = graph.relu %0 : (tensor<1x1x2x2xf32>) -> tensor<1x1x2x2xf32>
  return %1 : tensor<1x1x2x2xf32>
}

// CHECK-LABEL: func.func @stays
func.func @stays(%x: !x) -> (!x, !x, !x, !x) {
  %w = graph.constant dense<1.0> : !w
  // Another use wants the sum itself.
  // CHECK: graph.linear
  // CHECK-NEXT: graph.relu
  %0 = graph.linear %x, %w : (!x, !w) -> !x
  %1 = graph.relu %0 : (!x) -> !x
  // There is one activation for a layer, and a sigmoid is none.
  // CHECK-NEXT: graph.linear %{{.*}} activation #graph.activation<relu>
  // CHECK-NEXT: graph.leaky_relu
  %2 = graph.linear %x, %w activation #graph.activation<relu> : (!x, !w) -> !x
  %3 = graph.leaky_relu %2 alpha 0.1 : (!x) -> !x
  // CHECK-NEXT: graph.linear
  // CHECK-NEXT: graph.sigmoid
  %4 = graph.linear %x, %w : (!x, !w) -> !x
  %5 = graph.sigmoid %4 : (!x) -> !x
  return %0, %1, %3, %5 : !x, !x, !x, !x
}
