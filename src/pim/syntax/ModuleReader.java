package pim.syntax;

import java.util.List;
import pim.define.Registry;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;

/// Reads the text of a module. Its top is the one operation in the file, or a `builtin.module` around all that stand there.
public final class ModuleReader {
    private ModuleReader() {}

    /// @throws CompileFailure after the error has been reported
    public static ParsedModule read(SourceText source, Registry registry, Diagnostics diagnostics, boolean allowUnregistered) {
        return read(source, registry, diagnostics, allowUnregistered, null);
    }

    /// As above, telling `listener`, which may be null, where names stand.
    public static ParsedModule read(SourceText source, Registry registry, Diagnostics diagnostics, boolean allowUnregistered,
                                    ParseListener listener) {
        return read(source, registry, diagnostics, allowUnregistered, listener, true);
    }

    /// As above.
    ///
    /// @param implicitModule whether there is a module around what stands in the file; if not, that must be one operation
    public static ParsedModule read(SourceText source, Registry registry, Diagnostics diagnostics, boolean allowUnregistered,
                                    ParseListener listener, boolean implicitModule) {
        diagnostics.addSource(source);
        diagnostics.setInput(source.path());
        try (var tokens = TokensAhead.of(source)) {
            return read(new PimParser(new OneTokenStream(tokens)), source, registry, diagnostics, allowUnregistered, listener, implicitModule);
        }
    }

    private static ParsedModule read(PimParser parser, SourceText source, Registry registry, Diagnostics diagnostics, boolean allowUnregistered,
                                     ParseListener listener, boolean implicitModule) {
        parser.removeErrorListeners();
        parser.setErrorHandler(new Errors());
        parser.setBuildParseTree(false);
        parser.source = source;
        parser.diagnostics = diagnostics;
        parser.registry = registry;
        parser.allowUnregistered = allowUnregistered;
        parser.listener = listener;
        parser.beginFile();
        try {
            parser.file();
        } catch (StackOverflowError e) {
            // How deep the stack goes is the thread's; the limit on the depth of syntax is for those of usual size.
            throw parser.tooDeep();
        }
        var file = parser.endFile();
        var top = implicitModule ? top(file, registry, source) : only(file, source, diagnostics);
        return new ParsedModule(top, parser.resources.resources, parser.written);
    }

    private static Operation only(Region region, SourceText source, Diagnostics diagnostics) {
        int found = 0;
        for (var block : region.blocks()) for (var _ : block) found++;
        if (found != 1) throw diagnostics.failure(new Location.File(source.path(), 0, 0),
            "source must contain a single top-level operation, found: " + found);
        var operation = region.entry().first();
        operation.remove();
        return operation;
    }

    private static Operation top(Region region, Registry registry, SourceText source) {
        var block = region.isEmpty() ? null : region.entry();
        if (block != null && block.first() == block.last() && block.first().name().equals("builtin.module")) {
            var module = block.first();
            module.remove();
            return module;
        }
        if (block == null) region.append(new Block());
        var around = new Region();
        region.moveBlocksTo(around);
        return new Operation(registry.kind("builtin.module"), List.of(), List.of(), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(),
            List.of(around),
            new Location.File(source.path(), 0, 0));
    }
}
