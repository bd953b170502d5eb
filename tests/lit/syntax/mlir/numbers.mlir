// RUN: pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// Each format of floating-point numbers rounds in its own way; what is no number is shown by its bits.
// CHECK: f4E2M1FN = [1.000000e+00 : f4E2M1FN, 6.000000e+00 : f4E2M1FN]
// CHECK-SAME: f80 = [1.10000000000000008882 : f80, 1.500000e+00 : f80, 0x7FFF8000000000000000 : f80]
// CHECK-SAME: f8E4M3FN = [0x7F : f8E4M3FN, 4.480000e+02 : f8E4M3FN]
// CHECK-SAME: f8E5M2 = [0x7C : f8E5M2, -5.734400e+04 : f8E5M2]
// CHECK-SAME: f8E5M2FNUZ = [0x80 : f8E5M2FNUZ, 0.000000e+00 : f8E5M2FNUZ]
// CHECK-SAME: f8E8M0FNU = [5.877470e-39 : f8E8M0FNU, 2.000000e+00 : f8E8M0FNU, 0xFF : f8E8M0FNU, 0xFF : f8E8M0FNU]
"t.floats"() {
  f4E2M1FN = [1.25 : f4E2M1FN, 7.0 : f4E2M1FN],
  f6E2M3FN = [1.3 : f6E2M3FN, 100.0 : f6E2M3FN], f6E3M2FN = [0.05 : f6E3M2FN, -30.0 : f6E3M2FN],
  f8E5M2 = [1.0e30 : f8E5M2, -57344.0 : f8E5M2], f8E4M3 = [0x7F : f8E4M3, 1.0e-3 : f8E4M3], f8E4M3FN = [1.0e30 : f8E4M3FN, 448.0 : f8E4M3FN],
  f8E5M2FNUZ = [0x80 : f8E5M2FNUZ, -0.0 : f8E5M2FNUZ], f8E4M3FNUZ = [240.0 : f8E4M3FNUZ, 1.0e9 : f8E4M3FNUZ],
  f8E4M3B11FNUZ = [30.0 : f8E4M3B11FNUZ, 31.0 : f8E4M3B11FNUZ], f8E3M4 = [15.5 : f8E3M4, 16.0 : f8E3M4, 0.01 : f8E3M4],
  f8E8M0FNU = [0.0 : f8E8M0FNU, 2.0 : f8E8M0FNU, 1.0e300 : f8E8M0FNU, -1.0e300 : f8E8M0FNU],
  bf16 = [3.4e38 : bf16, 0xFFC0 : bf16], f16 = [65520.0 : f16, 6.0e-8 : f16], tf32 = [1.0e30 : tf32, 0.1 : tf32],
  f32 = [0x7F800001 : f32, 1.0e-45 : f32, 16777217.0 : f32], f64 = [5.0e-324, 1.0e400, -0.0, 123456789.0],
  f80 = [1.1 : f80, 0x3FFFC000000000000000 : f80, 0x7FFF8000000000000000 : f80], f128 = [0.1 : f128, 1.0e300 : f128, -2.0 : f128]
} : () -> ()

// -----

// Integers of any width, each exactly.
// CHECK: big = -170141183460469231731687303715884105728 : i128
// CHECK-SAME: hex = -1 : i8
// CHECK-SAME: unsigned = 79228162514264337593543950335 : ui96
"t.integers"() {big = 0x80000000000000000000000000000000 : i128, hex = 0xFF : i8, unsigned = 79228162514264337593543950335 : ui96,
  signed = -39614081257132168796771975168 : si96, none = 0 : i0, index = -5 : index, bits = [true, 1 : i1, 0 : i1, -1 : si1, 1 : ui1],
  arrays = [array<i128: 5, -7>, array<i1: true, false>, array<f16: 1.0, 0.1>, array<ui8: 255>, array<f128: 0.1>, array<i64>]} : () -> ()

// -----

// CHECK: complex = dense<[(1,2), (3,4)]> : tensor<2xcomplex<i32>>
// CHECK-SAME: packed = dense<[true, false, true, false, true, false, true, false]> : tensor<8xi1>
// CHECK-SAME: words = dense<"a"> : tensor<2x!w.word>
"t.elements"() {complex = dense<[(1,2), (3,4)]> : tensor<2xcomplex<i32>>, splat = dense<[[1.5, 1.5]]> : tensor<1x2xf32>,
  packed = dense<"0x55"> : tensor<8xi1>, all = dense<"0xFF"> : tensor<8xi1>, wide = dense<[18446744073709551616, -5]> : tensor<2xi65>,
  f80 = dense<[1.0, 1.1]> : tensor<2xf80>, none = dense<> : tensor<2x0xf32>, zero = dense<[0, 0]> : tensor<2xi0>,
  scalable = dense<[[1, 2], [3, 4]]> : vector<[2]x[2]xi4>, words = dense<["a", "a"]> : tensor<2x!w.word>, bytes = dense<["\FF", "b"]> : tensor<2x!w.word>,
  sparse = [sparse<[[0, 1]], 1> : tensor<2x2xi32>, sparse<[[0], [2]], [4, 5]> : tensor<4xi32>, sparse<> : tensor<2xf32>]} : () -> ()

// However large an exponent is, beyond the format all numbers are infinite or zero.
// CHECK: e = 0x7FFF0000000000000000000000000000 : f128, f = 0.000000e+00 : f80
"t.a"() {e = 6.80438260806117523089605789570532163E15516777216 : f128, f = 1.000000000000000000000001e-1999999999 : f80} : () -> ()
