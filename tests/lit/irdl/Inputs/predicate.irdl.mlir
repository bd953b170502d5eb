irdl.dialect @predicate {
  irdl.type @even {
    %0 = irdl.c_pred "isEven($_self)"
    irdl.parameters(number: %0)
  }
}
