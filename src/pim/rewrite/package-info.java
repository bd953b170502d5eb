/// Changing the program by patterns.
///
/// | | |
/// | --- | --- |
/// | [pim.rewrite.Rewriter] | the one way to edit operations while patterns run |
/// | [pim.rewrite.Pattern], [pim.rewrite.Canonicalizes] | what to rewrite: a single pattern, or the canonical forms of a dialect |
/// | [pim.rewrite.Greedy] | applies patterns wherever they match until none does |
/// | [pim.rewrite.DialectConversion], [pim.rewrite.Legality], [pim.rewrite.TypeConverter] | applies patterns to what is illegal until nothing is |
/// | [pim.rewrite.Actions], [pim.rewrite.ActionTrace], [pim.rewrite.DebugCounters] | watches what is applied, and leaves some of it out |
/// | [pim.rewrite.RegionSimplification] | takes away blocks and arguments that are not needed; [pim.rewrite.UnreachableBlocks] alone |
package pim.rewrite;
