// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

// expected-error@+1 {{empty operation name is invalid}}
""() : () -> ()

// -----

%0 = "a.b"() : () -> i32
// expected-error@+1 {{invalid SSA value result number '#99999999999'}}
"a.c"(%0#99999999999) : (i32) -> ()

// -----

%0 = "a.b"() : () -> i32
// expected-error@+1 {{invalid SSA value result number '#-1'}}
"a.c"(%0#-1) : (i32) -> ()

// -----

// expected-error@+1 {{use of undeclared SSA value name '%1'}}
"a.c"(%1) : (i32) -> ()

// -----

"a.region"() ({
  "a.c"(%1) : (i32) -> ()
  // expected-error@-1 {{definition of SSA value '%1#0' has type 'i64' but it was used as 'i32'}}
  %1 = "a.b"() : () -> i64
}) : () -> ()

// -----

"a.region"() ({
^bb0:
  "a.br"()[^bb0] : () -> ()
// expected-error@+1 {{redefinition of block '^bb0'}}
^bb0:
  "a.end"() : () -> ()
}) : () -> ()

// -----

// expected-error@+1 {{type names with a '.' are reserved for dialect-defined names}}
!a.b = i32

// -----

!a = i32
// expected-error@+1 {{redefinition of type alias id 'a'}}
!a = i64

// -----

// expected-error@+1 {{attribute names with a '.' are reserved for dialect-defined names}}
#a.b = 1 : i32

// -----

#one = 1 : i32
// expected-error@+1 {{expected location, but found '1 : i32'}}
"a.b"() : () -> () loc(#one)

// -----

// expected-error@+1 {{operation location alias was never defined}}
"a.b"() : () -> () loc(#nowhere)

// -----

// expected-error@+1 {{redefinition of affine identifier 'd0'}}
"a.b"() {x = affine_map<(d0, d0) -> (d0)>} : () -> ()

// -----

// expected-error@+1 {{non-affine expression: right operand of floordiv has to be either a constant or symbolic}}
"a.b"() {x = affine_map<(d0, d1) -> (d0 floordiv d1)>} : () -> ()

// -----

// expected-error@+1 {{a value cannot stand in this affine expression}}
"a.b"() {x = affine_map<(d0) -> (%d0)>} : () -> ()

// -----

// expected-error@+1 {{unbalanced ']' character in pretty dialect name}}
"a.b"() {x = #x.y<(]>} : () -> ()

// -----

// expected-error@+1 {{vector types must have a rank}}
"a.b"() : () -> vector<*xf32>

// -----

// expected-error@+1 {{vector types must have static extents}}
"a.b"() : () -> vector<?xf32>

// -----

// expected-error@+1 {{too many parameters for a vector type: 1}}
"a.b"() : () -> vector<4xf32, 1>

// -----

// expected-error@+1 {{invalid dimension: 99999999999999999999 needs more than 64 bits}}
"a.b"() : () -> tensor<99999999999999999999xf32>

// -----

func.func @f(%x: i32) -> i32 {
  // expected-error@+1 {{'func.return' has 1 operands 'operands' but 2 types for them}}
  return %x : i32, i32
}

// -----

func.func @f(%x: tensor<4xf32>) {
  // expected-error@+1 {{expected 1 operand types but had 2}}
  graph.relu %x : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----

// Only behind an operation an alias may stand before its definition.
// expected-error@+1 {{undefined symbol alias id 'later'}}
"a.b"() {x = loc(#later)} : () -> ()
#later = loc("a")

// -----

// expected-error@+1 {{undefined symbol alias id 'later'}}
"a.b"() : () -> () loc(callsite(#later at unknown))
#later = loc("a")

// -----

// expected-error@+2 {{expected '}', but the file ends here}}
module {
