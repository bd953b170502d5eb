/// Messages to the user: a place, a severity, a text and notes. All of one run go through [pim.diagnose.Diagnostics]; when work cannot go on after an
/// error was reported, [pim.diagnose.CompileFailure] ends it.
package pim.diagnose;
