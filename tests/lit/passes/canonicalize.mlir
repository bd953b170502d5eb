// RUN: pim-opt %s --canonicalize --allow-unregistered-dialect | FileCheck %s
// RUN: pim-opt %s --canonicalize="top-down=false max-iterations=-1" --allow-unregistered-dialect | FileCheck %s

!map = !tile.fmap<1x8x8x!quant.uniform<i16:f32, 0.5>>

// The rewrites themselves belong to the dialects; each has its own test of them.

// CHECK-LABEL: @dead
func.func @dead(%a: !map) {
  // CHECK-NEXT: return
  %0 = tile.softmax %a : !map -> !map
  %1 = tile.mean %0 : !map -> !map
  return
}

// CHECK-LABEL: @unreachable
func.func @unreachable() {
  // CHECK-NEXT: "strange.end"
  // CHECK-NEXT: }
  "strange.end"() : () -> ()
^lost:
  return
}
