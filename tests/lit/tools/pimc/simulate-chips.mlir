// What a message costs on the link between two chips, for each byte, comes to what its flits cost within them.
// RUN: pimc arch show tiny --json > %t.one.json
// RUN: sed -e 's/"chips" : . 1, 1 ./"chips" : [ 1, 2 ]/' %t.one.json > %t.two.json
// RUN: sed -e 's/"pimlico" : {$/"pimlico" : { "costs" : {"off_chip_link" : {"energy" : 3}},/' %t.two.json > %t.dear.json
// RUN: pimc simulate %s --arch %t.two.json --json %t.a.json
// RUN: pimc simulate %s --arch %t.dear.json --json %t.b.json
// RUN: cat %t.a.json %t.b.json | FileCheck %s

// The message from core 0 to core 4 crosses the link, and so do its offer and its permission, of a byte each.
// CHECK: "network" : {
// CHECK-NEXT: "static_pJ"
// CHECK-NEXT: "dynamic_pJ" : 0.0
// CHECK: "network" : {
// CHECK-NEXT: "static_pJ"
// CHECK-NEXT: "dynamic_pJ" : 306.0

isa.core 0 groups [] {
  isa.setbw ibiw 8, obiw 8
  isa.send r0, core 1, size 100
  isa.send r0, core 4, size 100
}
isa.core 1 groups [] {
  isa.recv r0, core 0, size 100
}
isa.core 4 groups [] {
  isa.recv r0, core 0, size 100
}
