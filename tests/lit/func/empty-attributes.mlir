// RUN: pim-opt %s | FileCheck %s

// One result that is no function stands without parentheses unless there are attributes to write behind it.

// CHECK: func.func private @one(i32) -> i32
"func.func"() <{arg_attrs = [{}], function_type = (i32) -> i32, res_attrs = [{}], sym_name = "one", sym_visibility = "private"}> ({}) : () -> ()
// CHECK: func.func private @two() -> (i32, i32)
"func.func"() <{function_type = () -> (i32, i32), res_attrs = [{}, {}], sym_name = "two", sym_visibility = "private"}> ({}) : () -> ()
// CHECK: func.func private @some() -> (i32 {x.a})
"func.func"() <{function_type = () -> i32, res_attrs = [{x.a}], sym_name = "some", sym_visibility = "private"}> ({}) : () -> ()
// CHECK: func.func private @function() -> (() -> ())
"func.func"() <{function_type = () -> (() -> ()), res_attrs = [{}], sym_name = "function", sym_visibility = "private"}> ({}) : () -> ()
