// RUN: pim-opt --allow-unregistered-dialect %s | pim-filecheck %s

// What is beyond doubles is read as it is where it is written as it is printed; mlir-opt prints it so, too, but reads it as zero or as infinite.
// CHECK: large = -1.000000e+4000 : f128, small = 9.999991E-1993 : f80
"t.a"() {small = 9.999991E-1993 : f80, large = -1.000000e+4000 : f128} : () -> ()

// So is what no double is; other digits are rounded to a double, as mlir-opt does.
// CHECK: long = 0.12345678 : f80, other = 0.100000000000000005551 : f80, tenth = 1.000000e-01 : f80
"t.a"() {tenth = 1.000000e-01 : f80, other = 0.1 : f80, long = 0.12345678 : f80} : () -> ()

// CHECK: tenth = 1.000000e-01 : f80
"t.a"() {tenth = 0x3FFBCCCCCCCCCCCCCCCD : f80} : () -> ()
