/// LLVM's lit, with Pimlico's tools run inside the same JVM.
///
/// A [pim.tool.lit.Suite] finds [test files][pim.tool.lit.TestCase] under the folder that holds `lit.cfg.py`, with the
/// [settings][pim.tool.lit.Settings] that `lit.local.cfg` files give. A [pim.tool.lit.TestFile] is a script of `RUN:` lines;
/// [pim.tool.lit.Substitutions] are applied, [pim.tool.lit.ShellParser] reads each line, a [pim.tool.lit.Shell] runs it, and a
/// [pim.tool.lit.Report] tells the [results][pim.tool.lit.Result].
///
/// The shell knows words, quotes, `|`, `|&`, `;`, `&&`, `||`, `!`, `not`, `not --crash`, `cd`, `export`, file name patterns and the redirections
/// `<`, `>`, `>>`, `2>`, `2>>`, `&>`, `&>>`, `2>&1`, `>&2`; for more a test calls `sh -c`. The substitutions are `%s` (the test file), `%S` and
/// `%p` (its folder), `%t` (a path for temporary files), `%T` (its folder), `%{s:basename}`, `%{t:stem}`, `%basename_t`, `%{pathsep}`,
/// `%{fs-sep}`, `%(line)`, `%(line+N)`, `%%`, and what `DEFINE:` and the settings add.
package pim.tool.lit;
