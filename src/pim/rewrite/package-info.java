/// Changing the program by patterns.
///
/// | | |
/// | --- | --- |
/// | [pim.rewrite.Rewriter] | the one way to edit operations while patterns run |
/// | [pim.rewrite.Pattern], [pim.rewrite.Canonicalizes] | what to rewrite: a single pattern, or the canonical forms of a dialect |
/// | [pim.rewrite.Greedy] | applies patterns wherever they match until none does |
/// | [pim.rewrite.DialectConversion], [pim.rewrite.Legality] | applies patterns to what is illegal until nothing is |
/// | [pim.rewrite.UnreachableBlocks] | removes what no way leads to |
package pim.rewrite;
