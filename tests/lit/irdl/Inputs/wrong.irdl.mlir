irdl.dialect @func {
  irdl.operation @any {
    %0 = irdl.any
    %1 = irdl.is i32
    %2 = irdl.any_of(%1, %0)
    %3 = irdl.base "!builtin.number"
    %4 = irdl.base "#elsewhere.thing"
    irdl.operands(a: %2, b: %3)
  }
}
