// RUN: pim-opt %s --canonicalize --log-actions-to=- -o /dev/null 2>&1 | FileCheck %s --check-prefix=LOG
// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(canonicalize))' --log-actions-to=%t.log -o /dev/null && FileCheck %s --check-prefix=NESTED < %t.log
// RUN: pim-opt %s --canonicalize='enable-patterns=graph' --mlir-debug-counter=apply-pattern-skip=1,apply-pattern-count=1 | FileCheck %s --check-prefix=SECOND
// RUN: pim-opt %s --canonicalize='enable-patterns=graph' --debug-counter=apply-pattern-skip=1,apply-pattern-count=1 --print-debug-counter -o /dev/null 2>&1 | FileCheck %s --check-prefix=COUNTERS
// RUN: pim-opt %s --canonicalize --mlir-debug-counter=pass-execution-count=0 | FileCheck %s --check-prefix=NONE
// RUN: pim-opt %s --canonicalize --profile-actions-to=- -o /dev/null 2>&1 | FileCheck %s --check-prefix=PROFILE
// RUN: not pim-opt %s --mlir-debug-counter=apply-pattern=1 2>&1 | FileCheck %s --check-prefix=WRONG
// RUN: pim-opt %s --canonicalize='disable-patterns=graph.identity' | FileCheck %s --check-prefix=DISABLED
// RUN: pim-opt %s --canonicalize='enable-patterns=graph.relu,tile' | FileCheck %s --check-prefix=DISABLED
// RUN: pim-opt %s --canonicalize='enable-patterns=graph' | FileCheck %s --check-prefix=ENABLED

// PROFILE: [{"name": "pass-execution", "cat": "PERF", "ph": "B", "pid": 0, "tid": [[#TID:]], "ts": [[#]], "args": {"desc": "running `Canonicalizer`
// PROFILE-NEXT: {"name": "GreedyPatternRewriteIteration", "cat": "PERF", "ph": "B", "pid": 0, "tid": [[#TID]], "ts": [[#]], "args": {"desc": "1 (
// PROFILE: {"name": "apply-pattern", "cat": "PERF", "ph": "B"
// PROFILE-NEXT: {"name": "apply-pattern", "cat": "PERF", "ph": "E", "pid": 0, "tid": [[#TID]], "ts": [[#]]}
// PROFILE: {"name": "pass-execution", "cat": "PERF", "ph": "E", "pid": 0, "tid": [[#TID]], "ts": [[#]]}]

// LOG: [thread pim-opt] begins (no breakpoint) Action `pass-execution` running `Canonicalizer` on Operation `builtin.module`
// LOG-NEXT: [thread pim-opt] begins (no breakpoint) Action `GreedyPatternRewriteIteration` 1 (
// LOG: [thread pim-opt] begins (no breakpoint) Action `apply-pattern` pattern: graph ('graph.identity' at
// LOG-NEXT: [thread pim-opt] completed `apply-pattern`
// LOG: [thread pim-opt] completed `GreedyPatternRewriteIteration`
// LOG: [thread pim-opt] completed `pass-execution`

// NESTED: running `Canonicalizer` on Operation `func.func`
// NESTED: running `Canonicalizer` on Operation `func.func`

// COUNTERS: DebugCounter counters:
// COUNTERS-NEXT: apply-pattern                   : {{[{]}}{{[0-9]+}},1,1}
// SECOND: @f
// SECOND: graph.identity
// SECOND: @g
// SECOND-NOT: graph.identity

// NONE: graph.identity
// NONE: graph.identity

// WRONG: pim-opt: error: Invalid value for option '--mlir-debug-counter': expected DebugCounter counter name to end with either `-skip` or `-count`, but got `apply-pattern`

// DISABLED-COUNT-2: graph.identity
// ENABLED-NOT: graph.identity

func.func @f(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
func.func @g(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = graph.identity %x : (tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
