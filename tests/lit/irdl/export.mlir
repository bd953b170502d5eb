// What is built in, written in IRDL.
// RUN: pim-opt --export-irdl=graph | FileCheck %s
// RUN: pim-opt --export-irdl=graph | pim-opt | FileCheck %s --check-prefix=READ
// RUN: pim-opt --export-irdl=inst | FileCheck %s --check-prefix=INST
// RUN: pim-opt --export-irdl=graph,tile | FileCheck %s --check-prefix=BOTH
// RUN: pim-opt --export-irdl=builtin -o %t.mlir && pim-opt %t.mlir | FileCheck %s --check-prefix=BUILTIN
// RUN: not pim-opt --export-irdl=grap 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: not pim-opt --export-irdl=cmath --irdl-file=%S/Inputs/cmath.irdl.mlir 2>&1 | FileCheck %s --check-prefix=LOADED
// RUN: not pim-opt %s --irdl-file=%t.mlir 2>&1 | FileCheck %s --check-prefix=TAKEN

// CHECK: irdl.dialect @graph {
// CHECK:   irdl.attribute @activation
// CHECK:   // strides: an array of 64-bit integers, positive
// CHECK:   // groups: a 64-bit integer, positive
// CHECK:   // activation: not always there; if it is, a activation attribute
// CHECK:   // traits: Pure
// CHECK:   // more is verified by code
// CHECK-NEXT: irdl.operation @conv2d {
// CHECK:     irdl.operands(input: %0, weights: %1, bias: optional %2)
// CHECK:     irdl.results(result: %3)
// CHECK:     %7 = irdl.base "#builtin.integer"
// CHECK-NEXT: irdl.attributes {"strides" = %4, "pads" = %5, "dilations" = %6, "groups" = %7}

// READ: irdl.operation @conv2d {

// BOTH: irdl.dialect @graph {
// BOTH: irdl.dialect @tile {

// INST: irdl.type @buffer{{$}}
// INST: irdl.attribute @fn {
// INST-NEXT: // Its parameters have a syntax of their own
// INST-NEXT: %0 = irdl.base "#builtin.string"
// INST-NEXT: irdl.parameters(syntax: %0)
// INST: // its blocks need no terminator
// INST: irdl.operation @core {
// INST: %[[R:.*]] = irdl.region with size 1
// INST: irdl.regions(body: %[[R]])
// INST: irdl.operation @memory {
// INST: irdl.is "input"
// INST-NEXT: irdl.is "output"

// BUILTIN: irdl.operation @unrealized_conversion_cast {

// UNKNOWN: pim-opt: error: there is no dialect 'grap' to export; did you mean 'graph'?
// LOADED: pim-opt: error: dialect 'cmath' is defined in IRDL already
// TAKEN: error: 'irdl.dialect' op defines dialect 'builtin', which is already registered
