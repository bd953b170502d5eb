package pim.syntax;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import pim.ir.Block;
import pim.ir.Operation;
import pim.parallel.Workers;

/// The operations of a block in parts that several threads write, each with a printer of its own.
record OperationParts(List<List<Operation>> parts) {
    /// How many operations without regions are one part, and of how many parts the texts are held.
    private static final int PART = 1000, AT_A_TIME = 32;

    static OperationParts of(Block block) {
        var parts = new ArrayList<List<Operation>>();
        List<Operation> open = null;
        for (var op : block) {
            if (open == null || !op.regions().isEmpty() || open.size() == PART) parts.add(open = new ArrayList<>());
            open.add(op);
            if (!op.regions().isEmpty()) open = null;
        }
        return new OperationParts(parts);
    }

    /// Passes on, in order, the printers that the parts have been written with.
    void write(Supplier<OperationPrinter> printer, Consumer<OperationPrinter> written) {
        for (int start = 0; start < parts.size(); start += AT_A_TIME) {
            var printers = new LinkedHashMap<OperationPrinter, List<Operation>>();
            for (var part : parts.subList(start, Math.min(parts.size(), start + AT_A_TIME))) printers.put(printer.get(), part);
            Workers.OF_PROCESSORS.forEach(List.copyOf(printers.entrySet()), e -> e.getValue().forEach(e.getKey()::line));
            printers.keySet().forEach(written);
        }
    }
}
