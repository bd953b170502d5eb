// RUN: not pim-opt %s --pass-pipeline='builtin.module(cse,func.func(canonicalize{max-iterations=1 test-convergence}))' --mlir-pass-pipeline-crash-reproducer=%t.mlir 2>&1 | FileCheck %s --check-prefix=ERROR
// RUN: FileCheck %s --check-prefixes=REPRO,WHOLE < %t.mlir
// RUN: not pim-opt %t.mlir --run-reproducer 2>&1 | FileCheck %s --check-prefix=AGAIN
// RUN: not pim-opt %s --pass-pipeline='builtin.module(cse,func.func(canonicalize{max-iterations=1 test-convergence}))' --mlir-pass-pipeline-crash-reproducer=%t2.mlir --mlir-pass-pipeline-local-reproducer --mlir-disable-threading 2>&1 | FileCheck %s --check-prefix=LOCAL-ERROR
// RUN: FileCheck %s --check-prefixes=REPRO,LOCAL < %t2.mlir
// RUN: not pim-opt %t2.mlir --run-reproducer 2>&1 | FileCheck %s --check-prefix=AGAIN
// RUN: pim-opt %s --canonicalize --mlir-generate-reproducer=%t3.mlir -o /dev/null
// RUN: pim-opt %t3.mlir --run-reproducer --dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=GENERATED --implicit-check-not=mlir_reproducer
// RUN: not pim-opt %s --run-reproducer 2>&1 | FileCheck %s --check-prefix=NONE
// RUN: not pim-opt %t3.mlir --run-reproducer --cse 2>&1 | FileCheck %s --check-prefix=BOTH

// ERROR: reproducer.mlir:[[#@LINE+33]]:1: error: 'func.func' op is not canonical
// ERROR: reproducer.mlir:[[#@LINE+32]]:1: error: Failures have been detected while processing an MLIR pass pipeline
// ERROR: note: Pipeline failed while executing [`Canonicalizer` on 'func.func' operation: @f]: reproducer generated at `{{.*}}.mlir`

// LOCAL-ERROR: note: Pipeline failed while executing `Canonicalizer` on 'func.func' operation: @f: reproducer generated at `{{.*}}2.mlir`

// REPRO: func.func @f
// REPRO: graph.relu
// WHOLE: graph.relu
// LOCAL-NOT: graph.relu
// REPRO: graph.identity
// REPRO:      {-#
// REPRO-NEXT:   external_resources: {
// REPRO-NEXT:     mlir_reproducer: {
// WHOLE-NEXT:       pipeline: "builtin.module(cse,func.func(canonicalize{
// LOCAL-NEXT:       pipeline: "builtin.module(func.func(canonicalize{
// WHOLE-NEXT:       disable_threading: false,
// LOCAL-NEXT:       disable_threading: true,
// REPRO-NEXT:       verify_each: true
// REPRO-NEXT:     }
// REPRO-NEXT:   }
// REPRO-NEXT: #-}

// AGAIN: error: 'func.func' op is not canonical

// GENERATED: builtin.module(
// GENERATED-NEXT: canonicalize
// GENERATED: func.func @f
// GENERATED-NOT: graph.identity

// NONE: error: the module has no 'mlir_reproducer' resource to run
// BOTH: pim-opt: error: --run-reproducer runs the passes that stand in the module; it can't be used with others

func.func @f(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = graph.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  %1 = graph.relu %x : (tensor<4xf32>) -> tensor<4xf32>
  %2 = graph.identity %1 : (tensor<4xf32>) -> tensor<4xf32>
  return %0, %2 : tensor<4xf32>, tensor<4xf32>
}
