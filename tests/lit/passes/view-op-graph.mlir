// RUN: pim-opt %s --view-op-graph -o %t 2>&1 | FileCheck %s
// RUN: pim-opt %s --view-op-graph="print-attrs=false print-result-types=false print-data-flow-edges=false print-control-flow-edges=true" -o %t 2>&1 | FileCheck %s --check-prefix=FLOW

// CHECK: digraph G {
// CHECK: label = "func.func : ()\lfunction_type: (i32) -\> i32\lsym_name: \"f\"\l";
// CHECK: v[[A:[0-9]+]] [label = "<res_arg0> %arg0 i32", shape = Mrecord];
// CHECK: v[[ADD:[0-9]+]] [fillcolor = "{{.*}}", label = "{{[{][{]}}<arg_arg0> %arg0|<arg_arg0> %arg0}|arith.addi\l{{.*}}|{<res_0> %0 i32{{[}][}]}}", shape = Mrecord, style = filled];
// CHECK: v[[A]]:res_arg0:s -> v[[ADD]]:arg_arg0:n[style = solid];

// FLOW: label = "func.func";
// FLOW: v[[ADD:[0-9]+]] [{{.*}}arith.addi
// FLOW: v[[RETURN:[0-9]+]] [{{.*}}func.return
// FLOW-NOT: solid
// FLOW: v[[ADD]] -> v[[RETURN]][style = dashed];
func.func @f(%a: i32) -> i32 {
  %0 = arith.addi %a, %a : i32
  return %0 : i32
}
