// RUN: pim-opt %s --cse --allow-unregistered-dialect | FileCheck %s

!map = !tile.fmap<1x8x8x!quant.uniform<i16:f32, 0.5>>

// CHECK-LABEL: @equal
func.func @equal(%a: !map) -> (!map, !map) {
  // CHECK: %[[FIRST:.*]] = tile.softmax
  // CHECK-NOT: tile.softmax
  // CHECK: return %[[FIRST]], %[[FIRST]]
  %0 = tile.softmax %a : !map -> !map
  %1 = tile.softmax %a : !map -> !map
  return %0, %1 : !map, !map
}

// CHECK-LABEL: @chain
func.func @chain(%a: !map) -> (!map, !map) {
  // CHECK: tile.softmax
  // CHECK: %[[SECOND:.*]] = tile.mean
  // CHECK-NEXT: return %[[SECOND]], %[[SECOND]]
  %0 = tile.softmax %a : !map -> !map
  %1 = tile.mean %0 : !map -> !map
  %2 = tile.softmax %a : !map -> !map
  %3 = tile.mean %2 : !map -> !map
  return %1, %3 : !map, !map
}

// An attribute makes a difference.
// CHECK-LABEL: @attribute
func.func @attribute(%a: !map) -> (!map, !map) {
  // CHECK-COUNT-2: tile.softmax
  %0 = tile.softmax %a on core 1 : !map -> !map
  %1 = tile.softmax %a on core 2 : !map -> !map
  return %0, %1 : !map, !map
}

// What an unknown operation does is not known.
// CHECK-LABEL: @unknown
func.func @unknown(%a: !map) -> (!map, !map) {
  // CHECK-COUNT-2: "strange.op"
  %0 = "strange.op"(%a) : (!map) -> !map
  %1 = "strange.op"(%a) : (!map) -> !map
  return %0, %1 : !map, !map
}

// One of two branches does not run before the other, but the entry runs before both.
// CHECK-LABEL: @branches
func.func @branches(%a: !map) {
  // CHECK: %[[ENTRY:.*]] = tile.softmax
  %0 = tile.softmax %a : !map -> !map
  "strange.fork"(%0)[^left, ^right] : (!map) -> ()
^left:
  // CHECK: %[[LEFT:.*]] = tile.mean
  // CHECK: "strange.end"(%[[ENTRY]], %[[LEFT]])
  %1 = tile.softmax %a : !map -> !map
  %2 = tile.mean %a : !map -> !map
  "strange.end"(%1, %2) : (!map, !map) -> ()
^right:
  // CHECK: %[[RIGHT:.*]] = tile.mean
  // CHECK: "strange.end"(%[[RIGHT]])
  %3 = tile.mean %a : !map -> !map
  "strange.end"(%3) : (!map) -> ()
}
