/// Runs networks, on floats and on fixed-point numbers alike: what the kind of number changes is said once in each family of ops.
///
/// | | |
/// | --- | --- |
/// | [pim.dialect.graph.interpret.GraphInterpreter] | the function `@main`, its inputs and outputs, and how long values are kept |
/// | `Evaluation` | which family computes an op |
/// | `Products`, `Elementwise`, `Pools`, `Normalizations`, `Layouts` | the families |
/// | `Elements`, `Walk`, `ImageColumns`, `Sums` | how elements are read, where they lie, and what becomes of exact sums |
package pim.dialect.graph.interpret;
