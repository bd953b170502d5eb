// RUN: pim-opt --allow-unregistered-dialect --mlir-print-op-generic %s | pim-filecheck %s

// A set without constraints has one that always holds.
// CHECK: #set = affine_set<(d0)[s0] : (0 == 0)>
"t.a"() {set = affine_set<(d0)[s0] : ()>} : () -> ()
