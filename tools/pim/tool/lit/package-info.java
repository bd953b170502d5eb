/// LLVM's lit, with Pimlico's tools run inside the same JVM.
///
/// A [pim.tool.lit.Suite] finds [test files][pim.tool.lit.TestCase] under the folder that holds `lit.cfg.py`, with the
/// [settings][pim.tool.lit.Settings] that `lit.local.cfg` files give. A [pim.tool.lit.TestFile] is a script of `RUN:` lines;
/// [pim.tool.lit.Substitutions] are applied, [pim.tool.lit.ShellParser] reads each line, a [pim.tool.lit.Shell] runs it, and a
/// [pim.tool.lit.Report] tells the [results][pim.tool.lit.Result].
///
/// The shell is that of LLVM's lit: words, quotes, `|`, `;`, `&&`, `||`, file name patterns, the redirections `<`, `>`, `>>`, `2>`, `2>>`, `&>`,
/// `2>&1` (and `|&`, `&>>`, `>&2`), in front of a command `not`, `not --crash`, `!` and `env`, and the commands of [pim.tool.lit.Builtin]; for more
/// a test calls `sh -c`. The commands of a pipeline run at the same time. The substitutions are those of [pim.tool.lit.Substitutions],
/// `%if CONDITION %{...%} %else %{...%}`, `%{readfile:FILE}`, `%(line)`, `%(line+N)`, `%%`, and what `DEFINE:` and the settings add.
package pim.tool.lit;
