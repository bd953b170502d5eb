/// LLVM's FileCheck: [pim.tool.filecheck.CheckFile] reads directives, each with a [pim.tool.filecheck.Pattern];
/// [pim.tool.filecheck.Checker] matches them against the input in order; [pim.tool.filecheck.MatchReport] says what was found and what was not,
/// as messages and as the annotations of an [pim.tool.filecheck.InputDump].
///
/// Regular expressions are those of [pim.tool.filecheck.regex.Regex]. The language of check files is described on LLVM's page
/// "FileCheck - Flexible pattern matching file verifier"; verdicts and messages are compared with LLVM's program in the tests.
package pim.tool.filecheck;
