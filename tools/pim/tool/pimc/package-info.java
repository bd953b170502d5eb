/// `pimc`: [pim.tool.pimc.Compilation] takes a network from ONNX down level by level, with pipelines of passes as a user of `pim-opt` would write
/// them;
/// the subcommands print what it leaves, or run it.
package pim.tool.pimc;
