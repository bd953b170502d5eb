// RUN: pim-opt %s --dce --allow-unregistered-dialect | FileCheck %s

!map = !tile.fmap<1x8x8x!quant.uniform<i16:f32, 0.5>>

// CHECK-LABEL: @chain
func.func @chain(%a: !map) -> !map {
  // CHECK-NEXT: %[[USED:.*]] = tile.mean
  // CHECK-NEXT: return %[[USED]]
  %0 = tile.softmax %a : !map -> !map
  %1 = tile.mean %0 : !map -> !map
  %2 = tile.mean %a : !map -> !map
  return %2 : !map
}

// CHECK-LABEL: @effect
func.func @effect(%a: !map) {
  // CHECK-NEXT: tile.softmax
  // CHECK-NEXT: "strange.op"
  %0 = tile.softmax %a : !map -> !map
  "strange.op"(%0) : (!map) -> ()
  return
}

// CHECK-LABEL: @nested
func.func @nested(%a: !map) {
  // CHECK-NEXT: "strange.scope"() ({
  // CHECK-NEXT: "strange.end"
  "strange.scope"() ({
    %0 = tile.softmax %a : !map -> !map
    "strange.end"() : () -> ()
  }) : () -> ()
  return
}

// The two blocks that lead to each other only, and what they use, go.
// CHECK-LABEL: @unreachable
func.func @unreachable(%a: !map) {
  // CHECK-NEXT: "strange.branch"()[^bb1]
  // CHECK-NEXT: ^bb1:
  // CHECK-NEXT: return
  // CHECK-NEXT: }
  %0 = tile.softmax %a : !map -> !map
  "strange.branch"()[^end] : () -> ()
^one:
  "strange.branch"(%0)[^two] : (!map) -> ()
^two:
  "strange.branch"(%0)[^one] : (!map) -> ()
^end:
  return
}
