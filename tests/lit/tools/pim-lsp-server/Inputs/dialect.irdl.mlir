irdl.dialect @small {
  irdl.operation @op {
    %0 = irdl.is i32
    irdl.results(value: %0)
  }
}
