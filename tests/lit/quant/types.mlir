// RUN: pim-opt %s --allow-unregistered-dialect | pim-filecheck %s

// CHECK: () -> !quant.uniform<i16:f32, 2.44140625E-4>
"test.a"() : () -> !quant.uniform<i16:f32, 2.44140625E-4>
// CHECK: () -> !quant.uniform<i8:f32, 5.000000e-01>
"test.b"() : () -> !quant.uniform<i8:f32, 0.5>
// CHECK: () -> !quant.uniform<i32:f32, 1.4551915228366852E-11>
"test.c"() : () -> !quant.uniform<i32:f32, 1.4551915228366852e-11>
// CHECK: () -> !quant.uniform<i8:f32, 4.000000e+00>
"test.d"() : () -> !quant.uniform<i8:f32, 4.0>
// CHECK: () -> tensor<2x3x!quant.uniform<i8:f32, 1.000000e+00>>
"test.e"() : () -> tensor<2x3x!quant.uniform<i8:f32, 1.0>>
