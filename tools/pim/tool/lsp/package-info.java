/// The language server. A [pim.tool.lsp.Session] answers an editor; its [pim.tool.lsp.Documents] hold each open text as [pim.tool.lsp.Chunk]s, the
/// parts between split markers. Reading a part fills a [pim.tool.lsp.SourceIndex] with each [pim.tool.lsp.Mention] of a name; a question is answered
/// through a [pim.tool.lsp.View], of the index of the text as it is or, where that cannot be read, of the last that could.
package pim.tool.lsp;
