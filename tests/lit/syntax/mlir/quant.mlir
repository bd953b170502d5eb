// RUN: pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// Fixed-point numbers are known; the other types and the ops of MLIR's dialect pass through.
// CHECK: t = [!quant.uniform<i8<-8:7>:f32, 9.987200e-01:127>, !quant.uniform<i8:f32:1, {2.000000e+02,9.987200e-01:120}>, !quant.any<i8:f32>,
// CHECK-SAME: !quant.calibrated<f32<-0.998:1.232100e+00>>, !quant.uniform<i8:f32, 5.000000e-01>]
"a.b"() {t = [!quant.uniform<i8<-8:7>:f32, 9.987200e-01:127>, !quant.uniform<i8:f32:1, {2.000000e+02,9.987200e-01:120}>, !quant.any<i8:f32>,
  !quant.calibrated<f32<-0.998:1.232100e+00>>, !quant.uniform<i8:f32, 0.5>]} : () -> ()

// -----

// CHECK: "quant.qcast"
func.func @f(%a: tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 5.000000e-01>> {
  %0 = "quant.qcast"(%a) : (tensor<4xf32>) -> tensor<4x!quant.uniform<i8:f32, 5.000000e-01>>
  return %0 : tensor<4x!quant.uniform<i8:f32, 5.000000e-01>>
}
