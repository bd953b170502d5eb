// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic | FileCheck %s --check-prefix=NAMED
// RUN: pim-opt %s --allow-unregistered-dialect --mlir-print-op-generic --mlir-print-local-scope --mlir-elide-elementsattrs-if-larger=1 | FileCheck %s --check-prefix=LOCAL

// A type that holds itself comes behind those that do not. MLIR gives numbers to attributes that it keeps apart although they are written alike.
// NAMED: !testrec = !test.test_rec<type_to_alias, test_rec<type_to_alias>>
// NAMED: #sparse = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
// NAMED-NEXT: #sparse1 = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
// NAMED-NEXT: !alone = !test.test_rec_alias<alone, !test.test_rec_alias<alone>>
!testrec = !test.test_rec<type_to_alias, test_rec<type_to_alias>>
#di_file = #llvm.di_file<"a.c" in "/">
#di_subroutine_type = #llvm.di_subroutine_type<callingConvention = DW_CC_normal>
#sparse = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
#sparse1 = #sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>
!alone = !test.test_rec_alias<alone, !test.test_rec_alias<alone>>
#di_subprogram = #llvm.di_subprogram<scope = #di_file, name = "f", file = #di_file, type = #di_subroutine_type>
#di_label = #llvm.di_label<scope = #di_subprogram, name = "l", file = #di_file, line = 7>

// NAMED: (!sparse_tensor.storage_specifier<#sparse>, tensor<8xf32, #sparse1>, !sparse_tensor.iterator<#sparse1, lvls = 0>)
// An attribute without its name is written without its dialect where its place tells what it is.
// LOCAL: (!sparse_tensor.storage_specifier<#sparse_tensor.encoding<{ map = (d0) -> (d0 : compressed) }>>, tensor<8xf32, #sparse_tensor.encoding<
// LOCAL-SAME: !sparse_tensor.iterator<<{ map = (d0) -> (d0 : compressed) }>, lvls = 0>)
%0:3 = "t.a"() : () -> (!sparse_tensor.storage_specifier<#sparse>, tensor<8xf32, #sparse1>, !sparse_tensor.iterator<#sparse1, lvls = 0>)
// LOCAL: #llvm.di_label<scope = #llvm.di_subprogram<scope = #llvm.di_file<"a.c" in "/">, name = "f", file = <"a.c" in "/">,
// LOCAL-SAME: type = <callingConvention = DW_CC_normal>>, name = "l", file = <"a.c" in "/">, line = 7>
%1:2 = "t.a"() {l = #di_label} : () -> (!testrec, !alone)
// LOCAL: #dlti.dl_spec<i8 = dense<8> : vector<2xi64>, i32 = dense_resource<__elided__> : vector<2xi64>>
"t.a"() {d = #dlti.dl_spec<i8 = dense<8> : vector<2xi64>, i32 = dense<[32, 64]> : vector<2xi64>>} : () -> ()
