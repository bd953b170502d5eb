// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=3}),any(dce))' --dump-pass-pipeline 2>&1 | FileCheck %s
// RUN: pim-opt %s --cse --canonicalize=max-iterations=3 -dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=FLAT
// RUN: not pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalise))' 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not pim-opt %s --canonicalize=max-iteration=3 2>&1 | FileCheck %s --check-prefix=OPTION
// RUN: not pim-opt %s --pass-pipeline='func.func(cse)' 2>&1 | FileCheck %s --check-prefix=ROOT
// RUN: not pim-opt %s --pass-pipeline='builtin.module(func.func(func.return(cse)))' 2>&1 | FileCheck %s --check-prefix=ISOLATED

// CHECK: Pass Manager with 2 passes:
// CHECK-NEXT: builtin.module(
// CHECK-NEXT:   func.func(
// CHECK-NEXT:     cse,
// CHECK-NEXT:     canonicalize{{[{] +}}max-iterations=3 max-num-rewrites=-1 {{.*}}test-convergence=false top-down=true}
// CHECK-NEXT:   ),
// CHECK-NEXT:   any(
// CHECK-NEXT:     dce
// CHECK-NEXT:   )
// CHECK-NEXT: )

// FLAT: builtin.module(
// FLAT-NEXT:   cse,
// FLAT-NEXT:   canonicalize{{[{] +}}max-iterations=3

// UNKNOWN:      <pass-pipeline>:1:30: error: 'canonicalise' does not refer to a registered pass; did you mean 'canonicalize'?
// UNKNOWN-NEXT: builtin.module(func.func(cse,canonicalise))
// UNKNOWN-NEXT:                              ^

// OPTION:      <pass-options>:1:16: error: pass 'canonicalize' has no option 'max-iteration'; did you mean 'max-iterations'?
// OPTION-NEXT: --canonicalize=max-iteration=3
// OPTION-NEXT:                ^

// ROOT: pipeline.mlir:0:0: error: can't run 'func.func' pass manager on 'builtin.module' op
// ISOLATED: pipeline.mlir:[[#@LINE+2]]:18: error: 'func.return' op trying to schedule a pass on an operation not marked as 'IsolatedFromAbove'

func.func @f() { return }
