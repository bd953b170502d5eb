/// `pim-reduce`: makes a module smaller for as long as a script of the user's finds it interesting, as mlir-reduce does.
///
/// A [pim.tool.reduce.Reduction] names changes, each to one place of a program; [pim.tool.reduce.Search] tries many of them at once, then fewer, and
/// keeps what is valid, smaller and, as [pim.tool.reduce.TestScript] tells, still interesting.
package pim.tool.reduce;
