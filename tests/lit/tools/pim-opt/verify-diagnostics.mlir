// RUN: pim-opt %s --verify-diagnostics --split-input-file
// RUN: not pim-opt %s --split-input-file 2>&1 | FileCheck %s

// CHECK: verify-diagnostics.mlir:[[#@LINE+2]]:18: error: custom op 'rturn' is unknown
// expected-error@below {{'rturn' is unknown}}
func.func @f() { rturn }

// -----

func.func @f() { rturn } // expected-error {{custom op 'rturn' is unknown}}

// -----

func.func @f() { rturn }
// expected-error-re@above {{custom op '{{r[a-z]+}}' is unknown}}

// -----

func.func @good() { return }

// -----

// What has no place in a file is expected at none.
// expected-error@unknown {{must be the last operation in the parent block}}
func.func @twice() {
  "func.return"() : () -> () loc(unknown)
  "func.return"() : () -> () loc(unknown)
}
