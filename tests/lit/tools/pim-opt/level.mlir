// RUN: not pim-opt %s --tile-place 2>&1 | FileCheck %s --check-prefix=PLACE
// RUN: not pim-opt %s --pass-pipeline="builtin.module(canonicalize,inst-allocate)" 2>&1 | FileCheck %s --check-prefix=ALLOCATE
// RUN: pim-opt %s --graph-fuse-activation --cse | FileCheck %s --check-prefix=GRAPH
// RUN: echo "module {}" | pim-opt --convert-graph-to-tile --graph-fold-batch-norm

// A pass for another level would silently do nothing.
// PLACE: level.mlir:0:0: error: 'builtin.module' op holds operations of graph, but pass 'tile-place' works on those of tile; convert-graph-to-tile makes them
// ALLOCATE: error: 'builtin.module' op holds operations of graph, but pass 'inst-allocate' works on those of inst; convert-tile-to-inst makes them
// GRAPH: graph.relu
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> {
  %0 = graph.relu %x : (tensor<2xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
