// RUN: pim-opt %s --allow-unregistered-dialect --verify-diagnostics --split-input-file

// expected-error@+1 {{'graph.constant' op expects its result to have the type of its value, 'tensor<2xf32>', but got 'tensor<3xf32>'}}
%0 = "graph.constant"() <{value = dense<1.0> : tensor<2xf32>}> : () -> tensor<3xf32>

// -----

// expected-error@+1 {{'graph.constant' op expects its value to be dense elements or a dense resource, but got 1 : i32}}
%0 = "graph.constant"() <{value = 1 : i32}> : () -> tensor<3xf32>

// -----

// expected-error@+1 {{expected one of relu, leaky_relu, clip, sigmoid, hard_sigmoid, hard_swish, tanh, but got gelu}}
"test.a"() {a = #graph.activation<gelu>} : () -> ()

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects a result of shape 1x6x6x6, but got 1x6x8x8}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x8x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects weights of four axes [O, I/groups, kh, kw], but got shape 6x4}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects an image of four axes [N, C, H, W], but got shape 4x8x8}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects an input of 8 channels (weights of 4 in each of 2 groups), but got 4}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 2 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x1x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects output channels that 4 groups can share, but got 6}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 4 : (tensor<1x4x8x8xf32>, tensor<6x1x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects 2 strides, but got 1}}
  %0 = graph.conv2d %a0, %a1 strides [1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects 4 pads, but got 2}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op attribute 'strides' failed to satisfy constraint: must be positive}}
  %0 = graph.conv2d %a0, %a1 strides [0, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects a window no larger than the padded image, but a side of 9 does not fit in 8}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [4, 4] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>, %a2: tensor<1x6xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects a bias of shape 6, but got 1x6}}
  %0 = graph.conv2d %a0, %a1 bias %a2 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>, tensor<1x6xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{'graph.conv2d' op expects an activation that is piecewise linear, one of relu, leaky_relu, clip, but got sigmoid}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 activation #graph.activation<sigmoid> : (tensor<1x4x8x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x?x8xf32>, %a1: tensor<6x4x3x3xf32>) {
  // expected-error@+1 {{operand #0 ('input') must be statically shaped tensor of f32 or !quant.uniform values, but got 'tensor<1x4x?x8xf32>'}}
  %0 = graph.conv2d %a0, %a1 strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : (tensor<1x4x?x8xf32>, tensor<6x4x3x3xf32>) -> tensor<1x6x6x6xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<3x7xf32>) {
  // expected-error@+1 {{'graph.linear' op expects a last axis of 7 elements, but got shape 2x8}}
  %0 = graph.linear %a0, %a1 : (tensor<2x8xf32>, tensor<3x7xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<7xf32>) {
  // expected-error@+1 {{'graph.linear' op expects weights of two axes [O, K], but got shape 7}}
  %0 = graph.linear %a0, %a1 : (tensor<2x8xf32>, tensor<7xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<3x8xf32>) {
  // expected-error@+1 {{'graph.linear' op expects operands with elements like !quant.uniform<i16:f32, 5.000000e-01> of the result, but got f32}}
  %0 = graph.linear %a0, %a1 : (tensor<2x8xf32>, tensor<3x8xf32>) -> tensor<2x3x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @f(%a0: tensor<2x8x!quant.uniform<i16:f32, 0.5>>, %a1: tensor<3x8x!quant.uniform<i16:f32, 0.5>>, %a2: tensor<3x!quant.uniform<i16:f32, 0.5>>) {
  // expected-error@+1 {{'graph.linear' op expects a bias with elements !quant.uniform<i32:f32, ...>, but got !quant.uniform<i16:f32, 5.000000e-01>}}
  %0 = graph.linear %a0, %a1 bias %a2 : (tensor<2x8x!quant.uniform<i16:f32, 0.5>>, tensor<3x8x!quant.uniform<i16:f32, 0.5>>, tensor<3x!quant.uniform<i16:f32, 0.5>>) -> tensor<2x3x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @f(%a0: tensor<2x8x!quant.uniform<i16:f32, 0.5>>, %a1: tensor<3x8x!quant.uniform<i16:f32, 0.5>>, %a2: tensor<3x!quant.uniform<i32:f32, 0.125>>) {
  // expected-error@+1 {{'graph.linear' op expects a bias of at least the scale of the products, 2^-2, but got 2^-3}}
  %0 = graph.linear %a0, %a1 bias %a2 : (tensor<2x8x!quant.uniform<i16:f32, 0.5>>, tensor<3x8x!quant.uniform<i16:f32, 0.5>>, tensor<3x!quant.uniform<i32:f32, 0.125>>) -> tensor<2x3x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<3x8xf32>, %a2: tensor<3x!quant.uniform<i32:f32, 0.25>>) {
  // expected-error@+1 {{'graph.linear' op expects a bias with f32 elements, but got !quant.uniform<i32:f32, 2.500000e-01>}}
  %0 = graph.linear %a0, %a1 bias %a2 : (tensor<2x8xf32>, tensor<3x8xf32>, tensor<3x!quant.uniform<i32:f32, 0.25>>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<7x3xf32>) {
  // expected-error@+1 {{'graph.matmul' op expects 8 rows of the right operand, but got shape 7x3}}
  %0 = graph.matmul %a0, %a1 : (tensor<2x8xf32>, tensor<7x3xf32>) -> tensor<2x3xf32>
  return
}

// -----

func.func @f(%a0: tensor<8xf32>, %a1: tensor<8x3xf32>) {
  // expected-error@+1 {{'graph.matmul' op expects operands of two axes or more, but got shapes 8 and 8x3}}
  %0 = graph.matmul %a0, %a1 : (tensor<8xf32>, tensor<8x3xf32>) -> tensor<3xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<2x7xf32>) {
  // expected-error@+1 {{'graph.add' op expects operands that can be broadcast, but got shapes 2x8 and 2x7}}
  %0 = graph.add %a0, %a1 : (tensor<2x8xf32>, tensor<2x7xf32>) -> tensor<2x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x!quant.uniform<i16:f32, 0.5>>, %a1: tensor<2x!quant.uniform<i8:f32, 0.5>>) {
  // expected-error@+1 {{'graph.add' op expects operands with elements like !quant.uniform<i8:f32, 5.000000e-01> of the result, but got !quant.uniform<i16:f32, 5.000000e-01>}}
  %0 = graph.add %a0, %a1 : (tensor<2x!quant.uniform<i16:f32, 0.5>>, tensor<2x!quant.uniform<i8:f32, 0.5>>) -> tensor<2x!quant.uniform<i8:f32, 0.5>>
  return
}

// -----

func.func @f(%a0: tensor<2x!quant.uniform<i32:f32, 0.25>>, %a1: tensor<2x!quant.uniform<i32:f32, 0.25>>) {
  // expected-error@+1 {{'graph.add' op expects fixed-point numbers of 8 or 16 bits, but got 32}}
  %0 = graph.add %a0, %a1 : (tensor<2x!quant.uniform<i32:f32, 0.25>>, tensor<2x!quant.uniform<i32:f32, 0.25>>) -> tensor<2x!quant.uniform<i32:f32, 0.25>>
  return
}

// -----

func.func @f(%a0: tensor<2xf32>) {
  // expected-error@+1 {{'graph.clip' op expects min to be at most max, but min is 2.0 and max 1.0}}
  %0 = graph.clip %a0 min 2.0 max 1.0 : (tensor<2xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x!quant.uniform<i16:f32, 0.5>>) {
  // expected-error@+1 {{'graph.identity' op expects a result with elements of its operand, !quant.uniform<i16:f32, 5.000000e-01>, but got !quant.uniform<i16:f32, 2.500000e-01>}}
  %0 = graph.identity %a0 : (tensor<2x!quant.uniform<i16:f32, 0.5>>) -> tensor<2x!quant.uniform<i16:f32, 0.25>>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>) {
  // expected-error@+1 {{'graph.max_pool' op expects 2 kernel, but got 1}}
  %0 = graph.max_pool %a0 kernel [2] strides [2, 2] pads [0, 0, 0, 0] dilations [1, 1] : (tensor<1x4x8x8xf32>) -> tensor<1x4x4x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>) {
  // expected-error@+1 {{'graph.max_pool' op expects a result of shape 1x4x4x4, but got 1x4x5x4}}
  %0 = graph.max_pool %a0 kernel [2, 2] strides [2, 2] pads [0, 0, 0, 0] dilations [1, 1] : (tensor<1x4x8x8xf32>) -> tensor<1x4x5x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>) {
  // expected-error@+1 {{'graph.global_average_pool' op expects a result of shape 1x4x1x1, but got 1x4}}
  %0 = graph.global_average_pool %a0 : (tensor<1x4x8x8xf32>) -> tensor<1x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x8x8xf32>, %a1: tensor<4xf32>, %a2: tensor<4xf32>, %a3: tensor<4xf32>, %a4: tensor<5xf32>) {
  // expected-error@+1 {{'graph.batch_norm' op expects a parameter for each of the 4 channels, but got shape 5}}
  %0 = graph.batch_norm %a0, %a1, %a2, %a3, %a4 epsilon 1.0e-5 : (tensor<1x4x8x8xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<5xf32>) -> tensor<1x4x8x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<1x4x!quant.uniform<i16:f32, 0.5>>, %a1: tensor<4x!quant.uniform<i16:f32, 0.5>>, %a2: tensor<4x!quant.uniform<i16:f32, 0.5>>, %a3: tensor<4x!quant.uniform<i16:f32, 0.5>>, %a4: tensor<4x!quant.uniform<i16:f32, 0.5>>) {
  // expected-error@+1 {{'graph.batch_norm' op expects f32 elements (graph-fold-batch-norm comes first), but got !quant.uniform<i16:f32, 5.000000e-01>}}
  %0 = graph.batch_norm %a0, %a1, %a2, %a3, %a4 epsilon 1.0e-5 : (tensor<1x4x!quant.uniform<i16:f32, 0.5>>, tensor<4x!quant.uniform<i16:f32, 0.5>>, tensor<4x!quant.uniform<i16:f32, 0.5>>, tensor<4x!quant.uniform<i16:f32, 0.5>>, tensor<4x!quant.uniform<i16:f32, 0.5>>) -> tensor<1x4x!quant.uniform<i16:f32, 0.5>>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.softmax' op expects an axis below 2, but got 2}}
  %0 = graph.softmax %a0 axis 2 : (tensor<2x8xf32>) -> tensor<2x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.reduce_mean' op expects each axis once, but got [1, 1]}}
  %0 = graph.reduce_mean %a0 axes [1, 1] : (tensor<2x8xf32>) -> tensor<2xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>, %a1: tensor<3x8xf32>) {
  // expected-error@+1 {{'graph.concat' op expects inputs that agree but for axis 1, but got shapes 2x8, 3x8}}
  %0 = graph.concat %a0, %a1 axis 1 : (tensor<2x8xf32>, tensor<3x8xf32>) -> tensor<2x16xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.reshape' op expects a result of 16 elements, but got 15}}
  %0 = graph.reshape %a0 : (tensor<2x8xf32>) -> tensor<15xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.transpose' op expects perm to hold each of 2 axes once, but got [0, 0]}}
  %0 = graph.transpose %a0 perm [0, 0] : (tensor<2x8xf32>) -> tensor<2x8xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.slice' op expects a slice within the input, but element 8 of axis 1 is beyond its 8}}
  %0 = graph.slice %a0 starts [0, 2] sizes [2, 4] steps [1, 2] : (tensor<2x8xf32>) -> tensor<2x4xf32>
  return
}

// -----

func.func @f(%a0: tensor<2x8xf32>) {
  // expected-error@+1 {{'graph.pad' op expects 2 before, but got 1}}
  %0 = graph.pad %a0 before [1] after [0, 0] value 0.0 : (tensor<2x8xf32>) -> tensor<3x8xf32>
  return
}

// -----

// expected-error@+2 {{expected 'dense<...>' or 'dense_resource<...>' elements before this, but got '"x.y"'}}
%0 = graph.constant 1 : i32
"x.y"() : () -> ()
