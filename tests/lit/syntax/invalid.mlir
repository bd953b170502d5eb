// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

// expected-error@+1 {{unexpected character '$'}}
$

// -----

// expected-error@+1 {{expected '"' in string literal, which ends with its line and may escape only \n, \t, \\, \" and \XX}}
"a.b"() {x = "open} : () -> ()

// -----

// expected-error@+1 {{expected ')', but got '}'}}
"a.b"(} : () -> ()

// -----

// expected-error@+1 {{expected attribute value, but got '}'}}
"a.b"() {x = } : () -> ()

// -----

// expected-error@+1 {{expected a type, but got 'i99999999999'}}
"a.b"() : () -> i99999999999

// -----

// expected-error@+1 {{vector types must have positive constant sizes but got 0}}
"a.b"() : () -> vector<0xf32>

// -----

// expected-error@+1 {{integer constant out of range for attribute: 300 does not fit 'i8'}}
"a.b"() {x = 300 : i8} : () -> ()

// -----

// expected-error@+1 {{floating point value not valid for integer type 'i8'}}
"a.b"() {x = 3.0 : i8} : () -> ()

// -----

// expected-error@+1 {{tensor literal is invalid; ranks are not consistent between elements: expected 2 elements, but got 1}}
"a.b"() {x = dense<[[1, 2], [3]]> : tensor<2x2xi8>} : () -> ()

// -----

// expected-error@+1 {{inferred shape of elements literal ([3]) does not match type ([2])}}
"a.b"() {x = dense<[1, 2, 3]> : tensor<2xi8>} : () -> ()

// -----

// expected-error@+1 {{elements literal type must have static shape, but got 'tensor<?xi8>'}}
"a.b"() {x = dense<1> : tensor<?xi8>} : () -> ()

// -----

// expected-error@+1 {{`dense_resource` expected a shaped type, but got 'i8'}}
"a.b"() {x = dense_resource<k> : i8} : () -> ()

// -----

// expected-error@+1 {{duplicate key 'x' in dictionary attribute}}
"a.b"() {x = 1, x = 2} : () -> ()

// -----

// expected-error@+1 {{undefined symbol alias id 'alias'}}
"a.b"() {x = #alias} : () -> ()

// -----

#a = 1 : i8
// expected-error@+1 {{redefinition of attribute alias id 'a'}}
#a = 2 : i8

// -----

// expected-error@+1 {{non-affine expression: at least one of the multiply operands has to be either a constant or symbolic}}
"a.b"() {x = affine_map<(d0) -> (d0 * d0)>} : () -> ()

// -----

// expected-error@+1 {{use of undeclared identifier 'd1'}}
"a.b"() {x = affine_map<(d0) -> (d1)>} : () -> ()

// -----

// expected-error@+1 {{unbalanced '<' in pretty dialect name}}
"a.b"() {x = #some.thing<abc

// -----

// expected-error@+1 {{expected named operation to have at least 1 result}}
%none:0 = "a.b"() : () -> ()

// -----

// expected-error@+1 {{no operation has 99999999999999999999 results}}
%many:99999999999999999999 = "a.b"() : () -> i32

// -----

func.func @f(%a: i32) {
// expected-error@+1 {{invalid block name in region with named arguments}}
^bb0(%b: i32):
  return
}

// -----

// expected-error@+1 {{unexpected character U+0001}}


// -----

// expected-error@+1 {{tensor literal is invalid; ranks are not consistent between elements: expected an element, but got a list}}
"a.b"() {x = dense<[1, [2, 3]]> : tensor<2x2xi8>} : () -> ()

// -----

// expected-error@+1 {{ranks are not consistent between elements: expected a list, but got an element}}
"a.b"() {x = dense<[[], 1]> : tensor<2x0xi8>} : () -> ()

// -----

// expected-error@+1 {{expected shape ([5, 5, 5]); inferred shape of indices literal ([2, 3]); inferred shape of values literal ([0])}}
"a.b"() {x = sparse<[[0, 1, 2], [1, 2, 3]], []> : tensor<5x5x5xi32>} : () -> ()

// -----

// expected-error@+1 {{sparse index #1 is not contained within the value shape, with index=[1, 2, 5], and type='tensor<5x5x5xi32>'}}
"a.b"() {x = sparse<[[0, 1, 2], [1, 2, 5]], [7, 8]> : tensor<5x5x5xi32>} : () -> ()

// -----

// expected-error@+1 {{tensor literal is invalid; some elements are complex and some are not}}
"a.b"() {x = dense<[1, (2, 3)]> : tensor<2xcomplex<i8>>} : () -> ()

// -----

// expected-error@+1 {{complex elements are not valid for type 'i8'}}
"a.b"() {x = array<i8: (1, 2)>} : () -> ()

// -----

// expected-error@+1 {{inferred shape of elements literal ([1, 3]) does not match type ([9223372036854775807, 3])}}
"a.b"() {x = dense<[[1, 2, 3]]> : tensor<9223372036854775807x3xi8>} : () -> ()
