// What is known to be as before need not be gone through, but can be, with the same result.
// RUN: pimc simulate %s --arch pimsim-example --samples 200 --json %t.json
// RUN: FileCheck %s --input-file %t.json
// RUN: pimc simulate %s --arch pimsim-example --samples 200 --every-round --json %t.each.json
// RUN: FileCheck %s --check-prefix=EACH --input-file %t.each.json
// RUN: sed -e '/"leaps"/,$d' %t.json > %t.txt
// RUN: sed -e '/"leaps"/,$d' %t.each.json > %t.each.txt
// RUN: diff %t.txt %t.each.txt
// CHECK: "leaps" : {{[1-9]}}
// EACH: "leaps" : 0
isa.core 0 groups [1] {
  isa.setbw ibiw 8, obiw 8
  isa.for %i = 0 to 100 {
    isa.mvmul r0, r1, mbiw 8, group 0
    isa.send r0, core 1, size 16
  }
}
isa.core 1 groups [1] {
  isa.setbw ibiw 8, obiw 8
  isa.for %i = 0 to 100 {
    isa.recv r0, core 0, size 16
    isa.vrelu r0, r1, len 16
  }
}
