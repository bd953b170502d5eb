// RUN: pim-opt %s --verify-diagnostics --split-input-file

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects weights of 4 static extents (output, input, height, width), but got tensor<6x4x9x}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x9x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects weights of fixed-point numbers, but got tensor<6x4x3x3xi8>}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3xi8> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects at least 1 convolution group, but got 0}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 0 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects weights for a multiple of 4 output channels, but got 6}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 4 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects an input of 8 channels, but got 4}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 2 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !tile.fmap<7x3x3x!quant.uniform<i8:f32, 0.5>> {
  // expected-error@+1 {{'tile.conv2d' op expects a result of 6 channels, but got 7}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !tile.fmap<7x3x3x!quant.uniform<i8:f32, 0.5>> {
  }
  return %0 : !tile.fmap<7x3x3x!quant.uniform<i8:f32, 0.5>>
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects a bias of 6 fixed-point numbers, but got tensor<5x}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> bias dense_resource<b> : tensor<5x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects 2 strides, but got 1}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects strides of at least 1, but got 0}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 0] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects 4 pads, but got 3}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects a result of height 4, but got 3}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 1, 0] dilations [1, 1] groups 1 : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects 3 numbers (H, W, P) to unfold to, but got 2}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 unfold [36, 6] : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects to unfold to [36, 6, 1] or [12, 6, 3] or [4, 6, 9], but got [6, 6, 6]}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 unfold [6, 6, 6] : !in -> !out {
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects each array group within one of the matrices of 12 rows it unfolds to, but got of [0, 1) rows [0, 36) cols [0, 6)}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 unfold [12, 6, 3] : !in -> !out {
    tile.replica windows [0, 9) {
      tile.group of [0, 1) rows [0, 36) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects only 'tile.replica' in its body, but got 'tile.softmax'}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    %1 = tile.softmax %x : !in -> !in
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects a replica whose windows begin with 0, but got [1, 9)}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    tile.replica windows [1, 9) {
      tile.group of [0, 1) rows [0, 36) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects a replica with windows, but got [0, 0)}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    tile.replica windows [0, 0) {
      tile.group of [0, 1) rows [0, 36) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  // expected-error@+1 {{'tile.conv2d' op expects replicas for the windows [0, 9), but got [0, 8)}}
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    tile.replica windows [0, 8) {
      tile.group of [0, 1) rows [0, 36) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects rows within [0, 36), but got [0, 37)}}
    tile.replica windows [0, 9) {
      tile.group of [0, 1) rows [0, 37) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects columns within [0, 6), but got [0, 7)}}
    tile.replica windows [0, 9) {
      tile.group of [0, 1) rows [0, 36) cols [0, 7)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects convolution groups within [0, 1), but got [0, 2)}}
    tile.replica windows [0, 9) {
      tile.group of [0, 2) rows [0, 36) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects each weight in exactly one array group, but got it in two: of [0, 1) rows [0, 20) cols [0, 6) and of [0, 1) rows [18, 36) cols [4, 6)}}
    tile.replica windows [0, 9) {
      tile.group of [0, 1) rows [0, 20) cols [0, 6)
      tile.group of [0, 1) rows [18, 36) cols [4, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects array groups for all 216 places of the 36x6 matrix of convolution groups [0, 1), but got 120}}
    tile.replica windows [0, 9) {
      tile.group of [0, 1) rows [0, 20) cols [0, 6)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x2x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 2 : !in -> !out {
    // expected-error@+1 {{'tile.replica' op expects each convolution group in exactly one matrix, so one whose groups begin with 0, but got none before 1}}
    tile.replica windows [0, 9) {
      tile.group of [1, 2) rows [0, 18) cols [0, 3)
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) -> !out {
  %0 = tile.conv2d %x weights dense_resource<w> : tensor<6x4x3x3x!quant.uniform<i8:f32, 0.5>> strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] groups 1 : !in -> !out {
    tile.replica windows [0, 9) {
      // expected-error@+1 {{'tile.group' op attribute 'core' failed to satisfy constraint: must be non-negative, but got -1 : i64}}
      tile.group of [0, 1) rows [0, 36) cols [0, 6) on core -1
    }
  }
  return %0 : !out
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.replica' op expects parent op 'tile.conv2d'}}
  tile.replica windows [0, 1) {
    // expected-error@+1 {{'tile.replica' op expects parent op 'tile.conv2d'}}
    tile.replica windows [0, 1) {
    }
  }
  return
}

// -----

func.func @f() {
  // expected-error@+1 {{'tile.group' op expects parent op 'tile.replica'}}
  tile.group of [0, 1) rows [0, 1) cols [0, 1)
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.pool' op expects a result of 4 channels, but got 6x3x3}}
  %0 = tile.pool max %x kernel [3, 3] strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] : !in -> !out
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.pool' op expects a result of height 3, but got 5}}
  %0 = tile.pool max %x kernel [3, 3] strides [1, 1] pads [0, 0, 0, 0] dilations [1, 1] : !in -> !tile.fmap<4x5x3x!quant.uniform<i8:f32, 0.5>>
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.softmax' op expects a result of extents 4x5x5, but got 6x3x3}}
  %0 = tile.softmax %x : !in -> !out
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: tensor<4xf32>) {
  // expected-error@+1 {{'tile.softmax' op operand #0 ('input') must be feature map of fixed-point numbers, but got 'tensor<4xf32>'}}
  %0 = tile.softmax %x : tensor<4xf32> -> !out
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in, %y: !out) {
  // expected-error@+1 {{'tile.binary' op expects operand #rhs of extents that are 1 or those of the result 4x5x5, but got 6x3x3}}
  %0 = tile.binary add %x, %y : (!in, !out) -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.mean' op expects a result of extents 1x5x5, but got 4x5x5}}
  %0 = tile.mean %x : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.lrn' op expects a size of at least 1, but got 0}}
  %0 = tile.lrn %x size 0 alpha 1.0 beta 1.0 bias 1.0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.constant' op expects a value of 100 elements of }}
  %0 = tile.constant dense_resource<c> : tensor<7x!quant.uniform<i8:f32, 0.5>> : !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in, %y: !out) {
  // expected-error@+1 {{'tile.concat' op expects operand #1 of height 5, but got 3}}
  %0 = tile.concat %x, %y along c : (!in, !out) -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.concat' op expects a result of channels 8, but got 4}}
  %0 = tile.concat %x, %x along c : (!in, !in) -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects 1 strides to move from, but got 2}}
  %0 = tile.move %x extents [4] from 0 strides [1, 2] to 0 strides [1] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects 1 strides to move to, but got 0}}
  %0 = tile.move %x extents [4] from 0 strides [1] to 0 strides [] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects extents of at least 1, but got 0}}
  %0 = tile.move %x extents [0] from 0 strides [1] to 0 strides [1] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects elements to be read within [0, 100), but got [0, 101)}}
  %0 = tile.move %x extents [101] from 0 strides [1] to 0 strides [1] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects elements to be written within [0, 100), but got [-1, 1)}}
  %0 = tile.move %x extents [2] from 0 strides [1] to 0 strides [-1] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects to write no element twice, so a stride to move to of more than 2, but got 2}}
  %0 = tile.move %x extents [2, 3] from 0 strides [1, 1] to 0 strides [2, 1] fill 0 : !in -> !in
  return
}

// -----

!in = !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.5>>
!out = !tile.fmap<6x3x3x!quant.uniform<i8:f32, 0.5>>

func.func @f(%x: !in) {
  // expected-error@+1 {{'tile.move' op expects a result of element type }}
  %0 = tile.move %x extents [2] from 0 strides [1] to 0 strides [1] fill 0 : !in -> !tile.fmap<4x5x5x!quant.uniform<i8:f32, 0.25>>
  return
}

// -----

// expected-error@+1 {{expected 3 extents (channels, height, width) of a feature map, but got 2}}
func.func private @f(!tile.fmap<5x5x!quant.uniform<i8:f32, 0.5>>)

// -----

// expected-error@+1 {{expected a feature map of at most 2147483647 elements, but got 70000x70000x1}}
func.func private @f(!tile.fmap<70000x70000x1x!quant.uniform<i8:f32, 0.5>>)

// -----

// expected-error@+1 {{expected extents from 1 to 2147483647}}
func.func private @f(!tile.fmap<0x5x5xi8>)
