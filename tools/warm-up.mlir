// What a start of pim-opt commonly meets; the launcher runs it once to make the AOT cache.
module attributes {a.b = 3 : i32} {
  func.func @main(%x: tensor<1x3x8x8xf32> {graph.name = "x"}) -> tensor<1x16x8x8xf32> {
    %w = graph.constant dense<0.5> : tensor<16x3x3x3xf32>
    %0 = graph.conv2d %x, %w strides [1, 1] pads [1, 1, 1, 1] dilations [1, 1] groups 1 : (tensor<1x3x8x8xf32>, tensor<16x3x3x3xf32>) -> tensor<1x16x8x8xf32>
    %1 = graph.relu %0 : (tensor<1x16x8x8xf32>) -> tensor<1x16x8x8xf32> loc("relu")
    %2 = "graph.relu"(%1) {map = affine_map<(d0) -> (d0 * 2 + 1)>} : (tensor<1x16x8x8xf32>) -> tensor<1x16x8x8xf32>
    return %2 : tensor<1x16x8x8xf32>
  }
  func.func private @scalars(%a: i32, %b: i32) -> i32 {
    %one = arith.constant 1 : i32
    %0 = arith.addi %a, %one : i32
    %1 = arith.cmpi slt, %0, %b : i32
    %2 = arith.select %1, %0, %b : i32
    cf.cond_br %1, ^then(%2 : i32), ^else
  ^then(%x: i32):
    return %x : i32
  ^else:
    %3 = call @scalars(%a, %2) : (i32, i32) -> i32
    return %3 : i32
  }
}
