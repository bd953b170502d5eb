// RUN: pim-opt %s --split-input-file --verify-diagnostics

// expected-error@+1 {{operation 'a.b' is of an unregistered dialect; use --allow-unregistered-dialect to accept it}}
"a.b"() : () -> ()

// -----

// expected-error@+1 {{type '!a.b' is of an unregistered dialect; use --allow-unregistered-dialect to accept it}}
func.func private @f(!a.b)

// -----

// expected-error@+1 {{attribute '#a.b' is of an unregistered dialect; use --allow-unregistered-dialect to accept it}}
func.func private @f() attributes {x = #a.b}
