/// The commands. A [pim.tool.Tool] is listed in [pim.tool.Tools], runs in any JVM and touches neither the process's streams nor its
/// working directory, so that lit tests run it in-process; [pim.tool.Main] starts one for a launcher.
package pim.tool;
