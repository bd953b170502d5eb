// RUN: pim-opt %s --split-input-file --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s

// Types, then attributes by their names, those that others need first.
// CHECK: !tuple = tuple<i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1>
// CHECK-NEXT: #distinct = distinct[0]<42 : i32>
// CHECK-NEXT: #loc = loc("x")
// CHECK-NEXT: #map = affine_map<(d0) -> (d0 + 1)>
// CHECK-NEXT: #map1 = affine_map<(d0) -> (d0 + 9)>
// CHECK-NEXT: #loc1 = loc(fused<#map1>[#loc])
// CHECK-NEXT: #distinct1 = distinct[1]<[#map]>
// CHECK-NEXT: "builtin.module"
// CHECK-NEXT: "t.a"() <{m = #map, n = affine_map<(d0) -> (d0 + 7)>}> {d = #distinct, e = distinct[2]<>, f = [#distinct1]
"t.a"() <{m = affine_map<(d0) -> (d0 + 1)>, n = affine_map<(d0) -> (d0 + 7)>}> {x = affine_map<(d0) -> (d0 + 1)>, d = distinct[7]<42 : i32>,
  e = distinct[5]<>, f = [distinct[3]<[affine_map<(d0) -> (d0 + 1)>]>], l = loc(fused<affine_map<(d0) -> (d0 + 9)>>["x", unknown])}
  : () -> tuple<i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1, i1>

// -----

// What stands in the regions of an operation is named before what it has itself.
// CHECK: #map = affine_map<(d0) -> (d0 + 2)>
// CHECK-NEXT: #map1 = affine_map<(d0) -> (d0 + 1)>
// CHECK-NEXT: #map2 = affine_map<(d0) -> (d0 + 4)>
// CHECK-NEXT: #map3 = affine_map<(d0) -> (d0 + 3)>
"t.a"() ({
  "t.b"() {a = affine_map<(d0) -> (d0 + 1)>} : () -> tensor<4xf32, affine_map<(d0) -> (d0 + 2)>>
}) {a = affine_map<(d0) -> (d0 + 3)>} : () -> memref<4xf32, affine_map<(d0) -> (d0 + 4)>>

// -----

// What a dialect of MLIR's has named keeps its name and its place.
#di_basic_type = #llvm.di_basic_type<name = "int", sizeInBits = 32, encoding = DW_ATE_signed>
#di_file = #llvm.di_file<"a.c" in "/">
#di_compile_unit = #llvm.di_compile_unit<id = distinct[0]<>, sourceLanguage = DW_LANG_C, file = #di_file, isOptimized = true, emissionKind = Full>
#loop_unroll = #llvm.loop_unroll<disable = true>
#loop_annotation = #llvm.loop_annotation<unroll = #loop_unroll>
// CHECK: #di_basic_type =
// CHECK-NEXT: #di_file =
// CHECK-NEXT: #loop_unroll =
// CHECK-NEXT: #di_compile_unit = #llvm.di_compile_unit<id = distinct[0]<>, sourceLanguage = DW_LANG_C, file = #di_file,
// CHECK-NEXT: #loop_annotation = #llvm.loop_annotation<unroll = #loop_unroll>
// CHECK: d = distinct[1]<>
"t.a"() {d = distinct[5]<>, l = #loop_annotation, u = #di_compile_unit, t = #di_basic_type} : () -> ()
