// Complex numbers over floats, and an op for each way to say something in IRDL.
irdl.dialect @cmath {
  irdl.type @complex {
    %0 = irdl.is f32
    %1 = irdl.is f64
    %2 = irdl.any_of(%0, %1)
    irdl.parameters(element: %2)
  }
  irdl.type @opaque
  irdl.attribute @rounding {
    %0 = irdl.is "up"
    %1 = irdl.is "down"
    %2 = irdl.any_of(%0, %1)
    %3 = irdl.base "#builtin.integer"
    irdl.parameters(direction: %2, digits: %3)
  }
  irdl.operation @norm {
    %0 = irdl.any
    %1 = irdl.parametric @cmath::@complex<%0>
    irdl.operands(input: %1)
    irdl.results(output: %0)
  }
  irdl.operation @mul {
    %0 = irdl.base @cmath::@complex
    irdl.operands(lhs: %0, rhs: %0)
    irdl.results(output: %0)
  }
  irdl.operation @round {
    %0 = irdl.any
    %1 = irdl.base @cmath::@rounding
    irdl.operands(input: %0)
    irdl.results(output: %0)
    irdl.attributes {"how" = %1}
  }
  irdl.operation @sum {
    %0 = irdl.is f32
    %1 = irdl.base "!builtin.integer"
    irdl.operands(first: %1, rest: variadic %0)
    irdl.results(output: optional %0)
  }
  irdl.operation @several {
    %0 = irdl.is f32
    %1 = irdl.is i32
    %2 = irdl.is i64
    irdl.operands(floats: variadic %0, perhaps: optional %1, one: %2)
    irdl.results(floats_out: variadic %0, others: variadic %1)
  }
  irdl.operation @both {
    %0 = irdl.base "!builtin.integer"
    %1 = irdl.is i32
    %2 = irdl.is i64
    %3 = irdl.any_of(%1, %2)
    %4 = irdl.all_of(%0, %3)
    irdl.results(output: %4)
  }
  irdl.operation @regions {
    %0 = irdl.is i32
    %1 = irdl.region
    %2 = irdl.region(%0)
    %3 = irdl.region()
    %4 = irdl.region with size 2
    irdl.regions(any: %1, one: %2, none: %3, two: %4)
  }
  irdl.operation @loop {
    %0 = irdl.any
    %1 = irdl.region(%0)
    irdl.operands(bound: %0)
    irdl.regions(body: %1)
  }
}
