package pim.pass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import java.util.Map;
import pim.ir.Operation;
import pim.ir.attr.StringAttr;

/// A file for each dump, in folders that mirror how the operations are nested: `builtin_module_no-symbol-name/func_func_main/0_1_cse.mlir`. The
/// numbers count the dumps of each operation, from the outermost to the one dumped.
public final class IrTree implements IrDump.Sink {
    private final Path root;
    private final Map<Operation, Integer> dumps = new IdentityHashMap<>();

    public IrTree(Path root) {
        this.root = root;
    }

    /// @throws UncheckedIOException if the file cannot be written
    @Override public void write(Operation op, Pass pass, String text) {
        dumps.merge(op, 0, (count, _) -> count + 1);
        var file = pass.name() + ".mlir";
        // As in mlir-opt, what runs on operations within another counts as one step of that.
        for (var at = op; at != null; at = at.parent()) file = dumps.computeIfAbsent(at, _ -> 0) + "_" + file;
        var folder = folder(op);
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path folder(Operation op) {
        var around = op.parent() == null ? root : folder(op.parent());
        var symbol = op.attribute("sym_name") instanceof StringAttr name ? name.value().replaceAll("[/\\\\]", "_") : "no-symbol-name";
        return around.resolve(op.name().replace('.', '_') + "_" + symbol);
    }
}
