/// Passes and how they are run.
///
/// | | |
/// | --- | --- |
/// | [pim.pass.Pass], [pim.pass.PassContext] | a step of the compiler and what it works with |
/// | [pim.pass.Pipeline], [pim.pass.PipelineParser] | passes in order, and the text they are written as |
/// | [pim.pass.PassRunner] | runs a pipeline, verifying after each pass |
/// | [pim.pass.Instrument] | watches it: [pim.pass.Timing], [pim.pass.IrDump] |
package pim.pass;
