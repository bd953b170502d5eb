// RUN: pim-opt %s --canonicalize="test-convergence=true" | pim-filecheck %s

!x = tensor<1x4x6x6xf32>
!q = tensor<1x4x!quant.uniform<i16:f32, 0.5>>
!r = tensor<1x4x!quant.uniform<i16:f32, 0.25>>

// CHECK-LABEL: func.func @nothing(
// CHECK-SAME: %[[X:[^ :]*]]:
func.func @nothing(%x: !x) -> !x {
  // CHECK-NEXT: return %[[X]]
  %zero = graph.constant dense<0.0> : tensor<f32>
  %one = graph.constant dense<1.0> : tensor<4x1x1xf32>
  %0 = graph.identity %x : (!x) -> !x
  %1 = graph.dropout %0 : (!x) -> !x
  %2 = graph.add %zero, %1 : (tensor<f32>, !x) -> !x
  %3 = graph.sub %2, %zero : (!x, tensor<f32>) -> !x
  %4 = graph.mul %3, %one : (!x, tensor<4x1x1xf32>) -> !x
  %5 = graph.div %4, %one : (!x, tensor<4x1x1xf32>) -> !x
  %6 = graph.max_pool %5 kernel [1, 1] strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] : (!x) -> !x
  %7 = graph.average_pool %6 kernel [1, 1] strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] : (!x) -> !x
  %8 = graph.concat %7 axis 1 : (!x) -> !x
  %9 = graph.reshape %8 : (!x) -> !x
  %10 = graph.transpose %9 perm [0, 1, 2, 3] : (!x) -> !x
  %11 = graph.slice %10 starts [0, 0, 0, 0] sizes [1, 4, 6, 6] steps [1, 1, 1, 1] : (!x) -> !x
  %12 = graph.pad %11 before [0, 0, 0, 0] after [0, 0, 0, 0] value 1.0 : (!x) -> !x
  %13 = graph.leaky_relu %12 alpha 1.0 : (!x) -> !x
  %14 = graph.clip %13 min 0xFFF0000000000000 max 0x7FF0000000000000 : (!x) -> !x
  return %14 : !x
}

// CHECK-LABEL: func.func @rectifiers(
// CHECK-SAME: %[[X:[^ :]*]]:
func.func @rectifiers(%x: !x) -> (!x, !x, !x, !x) {
  // CHECK-DAG: %[[RELU:.*]] = graph.relu %[[X]] :
  %0 = graph.clip %x min 0.0 max 0x7FF0000000000000 : (!x) -> !x
  %1 = graph.relu %0 : (!x) -> !x
  %2 = graph.leaky_relu %1 alpha 0.5 : (!x) -> !x
  // CHECK-DAG: %[[SIX:.*]] = graph.clip %[[X]] min 0.000000e+00 max 6.000000e+00 :
  %3 = graph.relu %x : (!x) -> !x
  %4 = graph.clip %3 min -1.0 max 6.0 : (!x) -> !x
  // CHECK-DAG: %[[ONE:.*]] = graph.clip %[[X]] min 1.000000e+00 max 2.000000e+00 :
  %5 = graph.clip %x min -1.0 max 2.0 : (!x) -> !x
  %6 = graph.clip %5 min 1.0 max 3.0 : (!x) -> !x
  // CHECK-DAG: %[[LEAKY:.*]] = graph.relu %[[X]] :
  %7 = graph.leaky_relu %x alpha 0.0 : (!x) -> !x
  // CHECK: return %{{.*}}, %[[SIX]], %[[ONE]], %{{.*}} :
  return %2, %4, %6, %7 : !x, !x, !x, !x
}

// CHECK-LABEL: func.func @layouts(
// CHECK-SAME: %[[X:[^ :]*]]:
func.func @layouts(%x: !x) -> (tensor<36x4xf32>, tensor<6x6x4x1xf32>, tensor<1x1x2x6xf32>, tensor<1x4x9x9xf32>, tensor<1x12x6x6xf32>) {
  // CHECK-DAG: %[[R:.*]] = graph.reshape %[[X]] : (tensor<1x4x6x6xf32>) -> tensor<36x4xf32>
  %0 = graph.reshape %x : (!x) -> tensor<4x36xf32>
  %1 = graph.reshape %0 : (tensor<4x36xf32>) -> tensor<36x4xf32>
  // CHECK-DAG: %[[T:.*]] = graph.transpose %[[X]] perm [2, 3, 1, 0] :
  %2 = graph.transpose %x perm [0, 2, 3, 1] : (!x) -> tensor<1x6x6x4xf32>
  %3 = graph.transpose %2 perm [1, 2, 3, 0] : (tensor<1x6x6x4xf32>) -> tensor<6x6x4x1xf32>
  // CHECK-DAG: %[[S:.*]] = graph.slice %[[X]] starts [0, 2, 3, 0] sizes [1, 1, 2, 6] steps [1, 4, 2, 1] :
  %4 = graph.slice %x starts [0, 0, 1, 0] sizes [1, 2, 5, 6] steps [1, 2, 1, 1] : (!x) -> tensor<1x2x5x6xf32>
  %5 = graph.slice %4 starts [0, 1, 2, 0] sizes [1, 1, 2, 6] steps [1, 2, 2, 1] : (tensor<1x2x5x6xf32>) -> tensor<1x1x2x6xf32>
  // CHECK-DAG: %[[P:.*]] = graph.pad %[[X]] before [0, 0, 1, 2] after [0, 0, 2, 1] value 0.000000e+00 :
  %6 = graph.pad %x before [0, 0, 1, 0] after [0, 0, 1, 1] value 0.0 : (!x) -> tensor<1x4x8x7xf32>
  %7 = graph.pad %6 before [0, 0, 0, 2] after [0, 0, 1, 0] value 0.0 : (tensor<1x4x8x7xf32>) -> tensor<1x4x9x9xf32>
  // CHECK-DAG: %[[C:.*]] = graph.concat %[[X]], %[[X]], %[[X]] axis 1 :
  %8 = graph.concat %x, %x axis 1 : (!x, !x) -> tensor<1x8x6x6xf32>
  %9 = graph.concat %8, %x axis 1 : (tensor<1x8x6x6xf32>, !x) -> tensor<1x12x6x6xf32>
  // CHECK: return %[[R]], %[[T]], %[[S]], %[[P]], %[[C]] :
  return %1, %3, %5, %7, %9 : tensor<36x4xf32>, tensor<6x6x4x1xf32>, tensor<1x1x2x6xf32>, tensor<1x4x9x9xf32>, tensor<1x12x6x6xf32>
}

// CHECK-LABEL: func.func @to_reshape(
func.func @to_reshape(%x: tensor<1x4x1x1xf32>) -> (tensor<1x1x1x4xf32>, tensor<1x4xf32>, tensor<4x2xf32>) {
  // CHECK-DAG: graph.constant dense_resource<w> : tensor<4x2xf32>
  // CHECK-DAG: graph.reshape %{{.*}} : (tensor<1x4x1x1xf32>) -> tensor<1x1x1x4xf32>
  // CHECK-DAG: graph.reshape %{{.*}} : (tensor<1x4x1x1xf32>) -> tensor<1x4xf32>
  // CHECK-NEXT: return
  %0 = graph.transpose %x perm [0, 2, 3, 1] : (tensor<1x4x1x1xf32>) -> tensor<1x1x1x4xf32>
  %1 = graph.reduce_mean %x axes [3, 2] : (tensor<1x4x1x1xf32>) -> tensor<1x4xf32>
  %w = graph.constant dense_resource<w> : tensor<8xf32>
  %2 = graph.reshape %w : (tensor<8xf32>) -> tensor<4x2xf32>
  return %0, %1, %2 : tensor<1x1x1x4xf32>, tensor<1x4xf32>, tensor<4x2xf32>
}

// CHECK-LABEL: func.func @mean(
func.func @mean(%x: !x) -> (tensor<1x4xf32>, tensor<1x4x1x1xf32>) {
  // CHECK: %[[M:.*]] = graph.global_average_pool
  // CHECK: graph.reshape %[[M]] : (tensor<1x4x1x1xf32>) -> tensor<1x4xf32>
  // CHECK: graph.global_average_pool
  // CHECK-NEXT: return
  %0 = graph.reduce_mean %x axes [3, 2] : (!x) -> tensor<1x4xf32>
  %1 = graph.reduce_mean %x axes [2, 3] keepdims : (!x) -> tensor<1x4x1x1xf32>
  return %0, %1 : tensor<1x4xf32>, tensor<1x4x1x1xf32>
}

// What changes the type of fixed-point numbers does something.
// CHECK-LABEL: func.func @requantised(
func.func @requantised(%x: !q) -> (!r, !r) {
  // CHECK: graph.relu
  // CHECK-NEXT: graph.relu
  // CHECK-NEXT: graph.concat
  // CHECK-NEXT: return
  %0 = graph.relu %x : (!q) -> !q
  %1 = graph.relu %0 : (!q) -> !r
  %2 = graph.concat %x axis 0 : (!q) -> !r
  return %1, %2 : !r, !r
}

{-#
  dialect_resources: {
    builtin: {
      w: "0x040000000000803F0000803F0000803F0000803F0000803F0000803F0000803F0000803F"
    }
  }
#-}
