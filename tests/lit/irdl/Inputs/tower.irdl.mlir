// A dialect that is made of types of another one, which is loaded before.
irdl.dialect @tower {
  irdl.operation @twist {
    %0 = irdl.is !cmath.complex<f32>
    %1 = irdl.base "!cmath.opaque"
    irdl.operands(input: %0)
    irdl.results(output: %1)
  }
}
