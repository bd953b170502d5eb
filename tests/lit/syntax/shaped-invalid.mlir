// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

// expected-error@+1 {{invalid element type for complex: 'index'}}
"a.b"() {x = complex<index>} : () -> ()

// -----

// expected-error@+1 {{invalid element type for complex: '!foo.b'}}
"a.b"() {x = complex<!foo.b>} : () -> ()

// -----

// expected-error@+1 {{invalid tensor element type: 'none'}}
"a.b"() {x = tensor<4xnone>} : () -> ()

// -----

// expected-error@+1 {{invalid tensor element type: 'tensor<2xf32>'}}
"a.b"() {x = tensor<*xtensor<2xf32>>} : () -> ()

// -----

// expected-error@+1 {{invalid memref element type: 'tuple<>'}}
"a.b"() {x = memref<2xtuple<>>} : () -> ()

// -----

// expected-error@+1 {{invalid memref element type: '!foo.b'}}
"a.b"() {x = memref<2x!foo.b>} : () -> ()

// -----

// expected-error@+1 {{invalid vector element type: 'complex<f32>'}}
"a.b"() {x = vector<4xcomplex<f32>>} : () -> ()

// -----

// expected-error@+1 {{expected the number of strides to match the rank: 1 != 2}}
"a.b"() {x = memref<4x4xf32, strided<[1]>>} : () -> ()

// -----

// expected-error@+1 {{memref layout mismatch between rank and affine map: 2 != 1}}
"a.b"() {x = memref<4x4xf32, affine_map<(d0) -> (d0)>>} : () -> ()

// -----

// expected-error@+1 {{multiple memory spaces specified in memref type}}
"a.b"() {x = memref<4xf32, #foo.layout, 1>} : () -> ()

// -----

// expected-error@+1 {{unsupported memory space Attribute: '#foo.layout'}}
"a.b"() {x = memref<4xf32, #foo.layout>} : () -> ()

// -----

// expected-error@+1 {{expected memory space to be last in memref type}}
"a.b"() {x = memref<4xf32, 1, strided<[1]>>} : () -> ()

// -----

// expected-error@+1 {{cannot have affine map for unranked memref type}}
"a.b"() {x = memref<*xf32, strided<[1]>>} : () -> ()

// -----

// What MLIR accepts.
"a.b"() {a = complex<i0>, b = tensor<2x!foo.b>, c = tensor<2xvector<2xf32>>, d = memref<2xmemref<*xf32>>, e = memref<2xcomplex<f32>>,
  f = vector<2x!llvm.ptr>, g = memref<4xf32, strided<[1]>, affine_map<(d0) -> (d0)>, "space">, h = memref<*xf32, {a}>,
  i = memref<f32, strided<[]>>, j = tensor<2x!quant.any<i8:f32>>} : () -> ()
