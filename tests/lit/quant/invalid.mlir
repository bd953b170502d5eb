// RUN: pim-opt %s --verify-diagnostics --split-input-file

// expected-error@+1 {{expected a scale that is a power of two, but got 0.3}}
func.func private @f(!quant.uniform<i8:f32, 0.3>)

// -----

// expected-error@+1 {{expected a scale that is a power of two, but got -0.5}}
func.func private @f(!quant.uniform<i8:f32, -0.5>)

// -----

// expected-error@+1 {{expected the zero point to be 0, which is not written}}
func.func private @f(!quant.uniform<i8:f32, 0.5:3>)

// -----

// expected-error@+1 {{expected a signless integer type as storage before ':'}}
func.func private @f(!quant.uniform<f32:f32, 0.5>)

// -----

// expected-error@+1 {{expected f32 as the expressed type before ','}}
func.func private @f(!quant.uniform<i8:f64, 0.5>)

// -----

// expected-error@+1 {{expected 2 to 32 bits of storage, but got 64}}
func.func private @f(!quant.uniform<i64:f32, 0.5>)

// -----

// expected-error@+1 {{expected a scale from 2^-64 to 2^64, but got 2^-65}}
func.func private @f(!quant.uniform<i8:f32, 2.710505431213761e-20>)

// -----

// expected-error@+1 {{unknown type 'any' in dialect 'quant'}}
func.func private @f(!quant.any<i8:f32>)
