// RUN: pim-translate --export-asm %s | FileCheck %s --check-prefix=ASM
// RUN: pim-translate --export-words %s | FileCheck %s --check-prefix=HEX
// RUN: pim-translate --export-pimsim %s -o %t.json.gz
// RUN: pim-translate --import-pimsim %t.json.gz | FileCheck %s --check-prefix=IR
// RUN: pim-translate --export-words %s --binary -o %t.bin
// RUN: pim-translate --import-words %t.bin | FileCheck %s --check-prefix=IR
// RUN: pim-translate --export-asm %s | pim-translate --import-asm - | FileCheck %s --check-prefix=IR

// ASM:      .config core_cnt 4
// ASM-NEXT: .config xbar_size 128 64
// ASM-NEXT: .core 3 groups 2 1
// ASM-NEXT:   setbw ibiw 16, obiw 8
// ASM-NEXT:   sldi r1, 512
// ASM-NEXT:   sldi r1, 544
// ASM-NEXT:   mvmul r0, r1, mbiw 8, relu, group 1
// ASM-NEXT:   lmv r0, r1, size 64
// ASM-NEXT:   ld r0, r2, size 100, offset -4 rs1
// ASM-NEXT: .core 0
// ASM-NEXT:   sync event_register 5, core 3

// HEX:      .config core_cnt 4
// HEX-NEXT: .config xbar_size 128 64
// HEX-NEXT: .core 3 groups 2 1
// HEX-NEXT: 0000000000080408
// HEX-NEXT: 0000020000000041
// HEX-NEXT: 0000022000000041
// HEX-NEXT: 0000000080280809
// HEX-NEXT: 000000000800081b
// HEX-NEXT: 5ffffffc0c801018
// HEX-NEXT: .core 0
// HEX-NEXT: 000000000000195f

// IR:      module attributes {isa.config = {core_cnt = 4 : i64, xbar_size = array<i64: 128, 64>}} {
// IR-NEXT:   isa.core 3 groups [2, 1] {
// IR-NEXT:     isa.setbw ibiw 16, obiw 8
// IR-NEXT:     isa.sldi r1, 512
// IR-NEXT:     isa.sldi r1, 544
// IR-NEXT:     isa.mvmul r0, r1, mbiw 8, relu, group 1
// IR-NEXT:     isa.lmv r0, r1, size 64
// IR-NEXT:     isa.ld r0, r2, size 100, offset -4 rs1
// IR-NEXT:   }
// IR-NEXT:   isa.core 0 groups [] {
// IR-NEXT:     isa.sync event_register 5, core 3
// IR-NEXT:   }
// IR-NEXT: }
module attributes {isa.config = {core_cnt = 4, xbar_size = array<i64: 128, 64>}} {
  isa.core 3 groups [2, 1] {
    isa.setbw ibiw 16, obiw 8
    isa.for %i = 0 to 2 {
      isa.sldi r1, %i * 32 + 512
    }
    isa.mvmul r0, r1, mbiw 8, group 1, relu
    isa.lmv r0, r1, size 64
    isa.ld r0, r2, size 100, offset -4 rs1
  }
  isa.core 0 groups [] {
    isa.sync event_register 5, core 3
  }
}
