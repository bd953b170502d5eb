// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck %s
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-elementsattrs-with-hex-if-larger=1 %s | pim-filecheck %s --check-prefix=HEX
// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-elementsattrs-with-hex-if-larger=1 %s | pim-opt --allow-unregistered-dialect --mlir-print-op-generic | pim-filecheck %s

// An element lies in whole bytes. It is its lowest bits there, with a sign or without; what is above them stays as it was written, and is zero
// where the element was written as a number.

// CHECK: cut = dense<[-6, -5, -4]> : tensor<3xi4>, cut9 = dense<[-1, -2]> : tensor<2xi9>
// HEX: cut = dense<"0x0AFB0C"> : tensor<3xi4>, cut9 = dense<"0xFF01FE01"> : tensor<2xi9>
// CHECK-SAME: floats = dense<-7.500000e+00> : tensor<3xf6E2M3FN>
// CHECK-SAME: unsigned = dense<[10, 11, 12]> : tensor<3xui4>, wide = dense<[-65536, 1]> : tensor<2xi123>
"t.cut"() {cut = dense<"0x0AFB0C"> : tensor<3xi4>, cut9 = dense<"0xFF01FE01"> : tensor<2xi9>, floats = dense<"0xFFFFFF"> : tensor<3xf6E2M3FN>,
  unsigned = dense<"0x0A0B0C"> : tensor<3xui4>,
  wide = dense<"0x0000FFFFFFFFFFFFFFFFFFFFFFFFFF0701000000000000000000000000000000"> : tensor<2xi123>} : () -> ()

// CHECK: i13 = dense<[-7, 1]> : tensor<2xi13>, i65 = dense<[-7, -1]> : tensor<2xi65>
// HEX: i13 = dense<"0xF91F0100"> : tensor<2xi13>, i65 = dense<"0xF9FFFFFFFFFFFFFF01FFFFFFFFFFFFFFFF01"> : tensor<2xi65>
// CHECK-SAME: pairs = dense<[(-7,1), (-2,3)]> : tensor<2xcomplex<i13>>
// HEX-SAME: pairs = dense<"0xF91F0100FE1F0300"> : tensor<2xcomplex<i13>>
"t.extended"() {i13 = dense<[-7, 1]> : tensor<2xi13>, i65 = dense<[-7, 36893488147419103231]> : tensor<2xi65>,
  pairs = dense<[(-7, 1), (-2, 3)]> : tensor<2xcomplex<i13>>} : () -> ()

// No bits take no bytes.
// CHECK: none = dense<[0, 0, 0, 0]> : tensor<4xi0>, pairs = dense<[(0,0), (0,0)]> : tensor<2xcomplex<i0>>
// HEX: none = dense<"0x"> : tensor<4xi0>, pairs = dense<"0x"> : tensor<2xcomplex<i0>>
"t.none"() {none = dense<"0x"> : tensor<4xi0>, pairs = dense<(0, 0)> : tensor<2xcomplex<i0>>} : () -> ()

// One bit is true or false, with a sign too, and in a complex number.
// CHECK: pair = dense<(true,false)> : tensor<2xcomplex<i1>>, signed = dense<[true, false]> : tensor<2xsi1>, unsigned = dense<[false, true]> : tensor<2xui1>
// HEX: pair = dense<(true,false)> : tensor<2xcomplex<i1>>, signed = dense<"0x01"> : tensor<2xsi1>, unsigned = dense<"0x02"> : tensor<2xui1>
"t.bits"() {pair = dense<(true, false)> : tensor<2xcomplex<i1>>, signed = dense<[-1, 0]> : tensor<2xsi1>, unsigned = dense<[false, true]> : tensor<2xui1>} : () -> ()

// CHECK: "t.arrays"() {bits = array<si1: true, false>, ui32 = array<ui32: 4294967295>, ui64 = array<ui64: 18446744073709551615>}
"t.arrays"() {bits = array<si1: true, false>, ui32 = array<ui32: 4294967295>, ui64 = array<ui64: 18446744073709551615>} : () -> ()

// A number beyond doubles is infinite, or none.
// CHECK: "t.beyond"() {large = 0x7FFF8000000000000000 : f80, small = 0.000000e+00 : f128}
"t.beyond"() {large = 1.0e4000 : f80, small = 1.0e-4000 : f128} : () -> ()
