// RUN: not pim-opt %s --convert-tile-to-inst=mode=ht 2>&1 | FileCheck %s --check-prefix=HT
// RUN: not pim-opt %s --convert-tile-to-inst=mode=ll 2>&1 | FileCheck %s --check-prefix=LL

// HT: error: convert-tile-to-inst cannot schedule in mode 'ht' yet, only in 'sequential'
// LL: error: convert-tile-to-inst cannot schedule in mode 'll' yet, only in 'sequential'
module {
}
