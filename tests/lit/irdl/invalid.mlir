// RUN: pim-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{name of dialect should not contain uppercase letters}}
irdl.dialect @Capital {}

// -----

// expected-error@+1 {{name of dialect should not contain leading or double underscores}}
irdl.dialect @two__underscores {}

// -----

// expected-error@+1 {{'irdl.dialect' op invalid dialect name}}
irdl.dialect @"a.b" {}

// -----

irdl.dialect @d {
  // expected-error@+1 {{name of operation must contain only lowercase letters, digits and underscores}}
  irdl.operation @"a-b"
}

// -----

// expected-error@+1 {{'irdl.type' op expects parent op 'irdl.dialect'}}
irdl.type @t

// -----

irdl.dialect @d {
  // expected-error@+1 {{'irdl.any' op expects parent op to be one of 'irdl.type, irdl.attribute, irdl.operation'}}
  %0 = irdl.any
}

// -----

irdl.dialect @d {
  // expected-error@+1 {{'irdl.operands' op expects parent op 'irdl.operation'}}
  irdl.operands()
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    // expected-error@+1 {{'irdl.parameters' op expects parent op to be one of 'irdl.attribute, irdl.type'}}
    irdl.parameters()
  }
}

// -----

irdl.dialect @d {
  // expected-error@+1 {{failed to verify AtMostOneChildOf trait: the operation contains at least two operations of type irdl.operands}}
  irdl.operation @o {
    irdl.operands()
    irdl.operands()
  }
}

// -----

irdl.dialect @d {
  // expected-error@+1 {{'irdl.type' op region should have no arguments}}
  "irdl.type"() <{sym_name = "t"}> ({
  ^bb0(%a: i32):
  }) : () -> ()
}

// -----

irdl.dialect @d {
  // expected-error@+1 {{contains a value named 'x' for both its operands and results}}
  irdl.operation @o {
    %0 = irdl.any
    irdl.operands(x: %0)
    irdl.results(x: %0)
  }
}

// -----

irdl.dialect @d {
  // expected-error@+1 {{contains a value named 'x' for both its regions and results}}
  irdl.operation @o {
    %0 = irdl.any
    %1 = irdl.region
    irdl.regions(x: %1)
    irdl.results(x: %0)
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    %0 = irdl.any
    // expected-error@+1 {{name of operand #2 is a duplicate of the name of operand #0}}
    irdl.operands(x: %0, y: %0, x: %0)
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    %0 = irdl.any
    // expected-error@+1 {{the number of results and their names must be the same, but got 1 and 0 respectively}}
    "irdl.results"(%0) <{names = [], variadicity = #irdl<variadicity_array[single]>}> : (!irdl.attribute) -> ()
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    %0 = irdl.any
    // expected-error@+1 {{the number of results and their variadicities must be the same, but got 1 and 2 respectively}}
    "irdl.results"(%0) <{names = ["x"], variadicity = #irdl<variadicity_array[single, optional]>}> : (!irdl.attribute) -> ()
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    %0 = irdl.any
    // expected-error@+1 {{the number of attribute names and their constraints must be the same but got 2 and 1 respectively}}
    "irdl.attributes"(%0) <{attributeValueNames = ["x", "y"]}> : (!irdl.attribute) -> ()
  }
}

// -----

irdl.dialect @d {
  irdl.type @t {
    // expected-error@+1 {{symbol '@d::@u' not found}}
    %0 = irdl.base @d::@u
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    // expected-error@+1 {{symbol '@d::@o' does not refer to a type or attribute definition (refers to 'irdl.operation')}}
    %0 = irdl.parametric @d::@o<>
  }
}

// -----

irdl.dialect @d {
  irdl.type @t {
    // expected-error@+1 {{the base type or attribute name should start with '!' or '#'}}
    %0 = irdl.base "builtin.integer"
  }
}

// -----

irdl.dialect @d {
  irdl.type @t {
    // expected-error@+1 {{the base type or attribute should be specified by either a name or a reference}}
    %0 = irdl.base
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    // expected-error@+1 {{the number of blocks is expected to be >= 1 but got -42}}
    %0 = irdl.region with size -42
  }
}

// -----

irdl.dialect @d {
  irdl.operation @o {
    // expected-error@+1 {{'irdl.any_of' op expected 1 or more operands, but found 0}}
    %0 = irdl.any_of()
  }
}
