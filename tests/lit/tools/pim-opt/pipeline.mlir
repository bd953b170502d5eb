// RUN: pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalize{max-iterations=3}),any(dce))' --dump-pass-pipeline 2>&1 | FileCheck %s
// RUN: pim-opt %s --cse --canonicalize=max-iterations=3 -dump-pass-pipeline 2>&1 | FileCheck %s --check-prefix=FLAT
// RUN: not pim-opt %s --pass-pipeline='builtin.module(func.func(cse,canonicalise))' 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not pim-opt %s --canonicalize=max-iteration=3 2>&1 | FileCheck %s --check-prefix=OPTION

// CHECK: Pass Manager with 2 passes:
// CHECK-NEXT: builtin.module(
// CHECK-NEXT:   func.func(
// CHECK-NEXT:     cse,
// CHECK-NEXT:     canonicalize{top-down=true max-iterations=3 max-num-rewrites=-1 test-convergence=false}
// CHECK-NEXT:   ),
// CHECK-NEXT:   any(
// CHECK-NEXT:     dce
// CHECK-NEXT:   )
// CHECK-NEXT: )

// FLAT: builtin.module(
// FLAT-NEXT:   cse,
// FLAT-NEXT:   canonicalize{top-down=true max-iterations=3

// UNKNOWN:      <pass-pipeline>:1:30: error: 'canonicalise' does not refer to a registered pass; did you mean 'canonicalize'?
// UNKNOWN-NEXT: builtin.module(func.func(cse,canonicalise))
// UNKNOWN-NEXT:                              ^

// OPTION:      <pass-options>:1:16: error: pass 'canonicalize' has no option 'max-iteration'; did you mean 'max-iterations'?
// OPTION-NEXT: --canonicalize=max-iteration=3
// OPTION-NEXT:                ^

func.func @f() { return }
