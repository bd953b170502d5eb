// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

// expected-error@+1 {{use of undeclared SSA value name '%x'}}
"a.b"(%x) : (i32) -> ()

// -----

// expected-note@+1 {{previously defined here}}
%0 = "a.b"() : () -> i32
// expected-error@+1 {{redefinition of SSA value '%0'}}
%0 = "a.b"() : () -> i32

// -----

// expected-note@+1 {{prior use here}}
%0 = "a.b"() : () -> i32
// expected-error@+1 {{use of value '%0' expects different type than prior uses: 'f32' vs 'i32'}}
"a.c"(%0) : (f32) -> ()

// -----

%0:2 = "a.b"() : () -> (i32, i32)
// expected-error@+1 {{reference to invalid result number 2 of '%0', which has 2}}
"a.c"(%0#2) : (i32) -> ()

// -----

// expected-error@+1 {{operation defines 1 results but was provided 2 to bind}}
%0:2 = "a.b"() : () -> i32

// -----

// expected-error@+1 {{expected 1 operand type but had 2}}
"a.c"(%0) : (i32, i32) -> ()

// -----

"a.b"() ({
  // expected-error@+1 {{reference to an undefined block '^bb1'}}
  "a.br"()[^bb1] : () -> ()
}) : () -> ()

// -----

func.func @dominance() {
  // expected-error@+1 {{'a.c' op operand #0 does not dominate this use}}
  "a.c"(%0) : (i32) -> ()
  // expected-note@+1 {{operand defined here (op in the same block)}}
  %0 = "a.b"() : () -> i32
  return
}

// -----

%0 = "a.b"() : () -> i32
func.func @isolated() {
  // expected-error@+1 {{use of undeclared SSA value name '%0'}}
  "a.c"(%0) : (i32) -> ()
  return
}

// -----

// expected-error@+1 {{unregistered operation 'graph.nonsense' found in dialect 'graph', which has no such operation}}
"graph.nonsense"() : () -> ()

// -----

// expected-error@+1 {{custom op 'foo.bar' is unknown (an unregistered op has the generic form only)}}
foo.bar
