/// What the build does to classes so that the tools start quickly. The launchers themselves are shell: `tools/launch`.
package pim.tool.launch;
