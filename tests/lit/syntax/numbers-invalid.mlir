// RUN: pim-opt %s --allow-unregistered-dialect --split-input-file --verify-diagnostics

// expected-error@+1 {{integer value too large: 99999999999999999999 needs more than 64 bits}}
"a.b"() {x = array<i64: 1>, y = affine_map<(d0) -> (d0 * 99999999999999999999)>} : () -> ()

// -----

// expected-error@+1 {{a number must be of integer, index or floating-point type, but got 'none'}}
"a.b"() {x = 1 : none} : () -> ()

// -----

// expected-error@+2 {{unexpected decimal integer literal for a floating point value}}
// expected-note@+1 {{add a trailing dot to make the literal a float}}
"x.y"() {a = dense<[1.0, 2]> : tensor<2xf32>} : () -> ()

// -----

// expected-error@+1 {{hexadecimal float literal should not have a leading minus}}
"a.b"() {x = -0x1F : f32} : () -> ()

// -----

// expected-error@+1 {{hexadecimal float constant out of range for type 'f16'}}
"a.b"() {x = 0x1FFFF : f16} : () -> ()

// -----

// expected-error@+1 {{negative integer literal not valid for unsigned integer type}}
"a.b"() {x = -1 : ui8} : () -> ()

// -----

// expected-error@+1 {{expected integer line number in FileLineColRange, up to 4294967295}}
"a.b"() : () -> () loc("a":9999999999:1)

// -----

// expected-error@+1 {{expected complex elements for type 'tensor<2xcomplex<f32>>'}}
"a.b"() {x = dense<[1.0, 2.0]> : tensor<2xcomplex<f32>>} : () -> ()

// -----

// expected-error@+1 {{complex elements are not valid for type 'tensor<1xf32>'}}
"a.b"() {x = dense<[(1.0, 2.0)]> : tensor<1xf32>} : () -> ()

// -----

// expected-error@+1 {{expected elements for type 'tensor<2xf32>'}}
"a.b"() {x = dense<> : tensor<2xf32>} : () -> ()

// -----

// expected-error@+1 {{elements literal must be a ranked tensor or vector type, but got 'tensor<*xf32>'}}
"a.b"() {x = dense<1.0> : tensor<*xf32>} : () -> ()

// -----

// expected-error@+1 {{elements hex data size is invalid for provided type: expected 2 elements of 4 bytes, but got 3}}
"a.b"() {x = dense<"0x010203"> : tensor<2xi32>} : () -> ()

// -----

// expected-error@+1 {{expected string containing hex digits starting with `0x`}}
"a.b"() {x = dense<"0xZZ"> : tensor<1xi8>} : () -> ()

// -----

// expected-error@+1 {{expected a string for element type '!x.text'}}
"a.b"() {x = dense<[1]> : tensor<1x!x.text>} : () -> ()

// -----

// expected-error@+1 {{expected a number for element type 'i8'}}
"a.b"() {x = dense<["one"]> : tensor<1xi8>} : () -> ()

// -----

// expected-error@+1 {{expected i1 type for 'true' or 'false' values, but got 'i8'}}
"a.b"() {x = dense<[true]> : tensor<1xi8>} : () -> ()

// -----

// expected-error@+1 {{expected integer elements, but parsed floating-point}}
"a.b"() {x = dense<[1.5]> : tensor<1xi8>} : () -> ()

// -----

// expected-error@+1 {{expected integer or float type, but got 'index'}}
"a.b"() {x = array<index: 1>} : () -> ()

// -----

// expected-error@+1 {{element type bitwidth must be a multiple of 8, but got 'i7'}}
"a.b"() {x = array<i7: 1>} : () -> ()

// -----

"a.b"() : () -> ()
{-#
  dialect_resources: {
    builtin: {
      // expected-error@+1 {{expected a string with the hexadecimal bytes of a resource}}
      a: true
    }
  }
#-}

// -----

"a.b"() : () -> ()
{-#
  dialect_resources: {
    builtin: {
      // expected-error@+1 {{expected hex string blob: `0x`, four bytes of alignment, then the data}}
      a: "0xABC"
    }
  }
#-}

// -----

"a.b"() : () -> ()
{-#
  // expected-error@+1 {{unknown key 'more_resources' in file metadata dictionary}}
  more_resources: {a: {b: true}}
#-}

// -----

// expected-error@+1 {{elements hex data size is invalid for provided type: expected 4 elements of 0 bytes, but got 1}}
"a.b"() {x = dense<"0x00"> : tensor<4xi0>} : () -> ()

// -----

// expected-error@+1 {{elements hex data size is invalid for provided type: expected 9 bits, eight in a byte, but got 1 bytes}}
"a.b"() {x = dense<"0x80"> : tensor<9xi1>} : () -> ()

// -----

// expected-error@+1 {{referenced attribute does not match previous definition: "x"}}
"a.b"() {x = distinct[3]<"x">, y = distinct[3]<"x">, z = distinct[0x3]<>} : () -> ()

// -----

// expected-error@+1 {{expected an unsigned 64-bit integer, but got '18446744073709551616'}}
"a.b"() {x = distinct[18446744073709551615]<>, y = distinct[18446744073709551616]<>} : () -> ()

// -----

// expected-error@+1 {{expected valid attribute name}}
"a.b"() {x = {"" = 1}} : () -> ()

// -----

// expected-error@+1 {{expected at most 16777216 elements of no bits, but got 9223372036854775807}}
"a.b"() {x = dense<0> : tensor<9223372036854775807xi0>} : () -> ()

// -----

// expected-error@+1 {{expected at most 16777216 elements of no bits, but got 16777217}}
"a.b"() {x = dense<"0x"> : tensor<16777217xi0>} : () -> ()
