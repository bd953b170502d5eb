/// Passes and how they are run.
///
/// | | |
/// | --- | --- |
/// | [pim.pass.Pass], [pim.pass.PassContext] | a step of the compiler and what it works with |
/// | [pim.pass.Pipeline], [pim.pass.PipelineParser] | passes in order, and the text they are written as |
/// | [pim.pass.NamedPipeline] | a name for such a text |
/// | [pim.pass.PassRunner], [pim.pass.Schedule] | runs a pipeline, verifying after each pass |
/// | [pim.pass.Analysis], [pim.pass.AnalysisCache] | what passes ask of the program, kept as long as it holds |
/// | [pim.pass.Statistic], [pim.pass.StatisticsReport] | what passes count |
/// | [pim.pass.Instrument] | watches a run: [pim.pass.Timing], [pim.pass.IrDump], [pim.pass.Reproducer] |
package pim.pass;
