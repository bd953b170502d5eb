// RUN: pim-opt --allow-unregistered-dialect %s | pim-filecheck %s

// What is beyond doubles is read as it is where it is written as it is printed; mlir-opt prints it so, too, but reads it as zero or as infinite.
// CHECK: large = -1.000000e+4000 : f128, small = 9.999991E-1993 : f80
"t.a"() {small = 9.999991E-1993 : f80, large = -1.000000e+4000 : f128} : () -> ()
