package pim.syntax;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Traits;
import pim.parallel.Workers;
import pim.syntax.PrintOptions.Flag;

/// Writes modules, or operations alone, as `mlir-opt` lays them out.
public final class ModulePrinter {
    private ModulePrinter() {}

    /// The text of the operation as `mlir-opt` has it: with aliases and resources around it and a blank line at the end, unless it is to stand
    /// alone.
    public static String print(Operation top, Resources resources, PrintOptions options) {
        var text = new StringBuilder();
        print(top, resources, options, text::append);
        return text.toString();
    }

    /// The same text piece by piece, so that nobody need hold it whole. A piece is good while it is passed on.
    public static void print(Operation top, Resources resources, PrintOptions options, Consumer<CharSequence> out) {
        print(new ParsedModule(top, resources, null), options, out);
    }

    /// The same, with the names that the file gave to types and attributes of dialects that are not loaded.
    public static void print(ParsedModule module, PrintOptions options, Consumer<CharSequence> out) {
        var top = module.top();
        var aliases = new Aliases(module.aliases());
        var names = new ValueNames[1];
        Runnable numbering = () -> names[0] = new ValueNames(top, options);
        Runnable collecting = () -> {
            new AliasCollector(options, aliases).collect(top);
            aliases.number();
        };
        if (options.has(Flag.LOCAL_SCOPE)) numbering.run();
        else workers(top).forEach(List.of(collecting, numbering), Runnable::run);
        var printer = new OperationPrinter(options, aliases, names[0], out);
        printer.definitions(false);
        printer.operation(top);
        printer.append("\n");
        if (!options.has(Flag.LOCAL_SCOPE)) {
            printer.definitions(true);
            if (module.resources() != null) printer.resources(module.resources());
            printer.append("\n");
        }
        printer.drain();
    }

    /// A small program is done before another thread has begun.
    private static Workers workers(Operation top) {
        return count(top, OperationPrinter.MANY) < OperationPrinter.MANY ? Workers.NONE : Workers.OF_PROCESSORS;
    }

    /// How many operations there are in `op`, with itself; or `enough`, when they are no fewer.
    private static int count(Operation op, int enough) {
        int count = 1;
        for (var region : op.regions()) for (var block : region.blocks()) for (var inner : block) {
            if (count >= enough) return enough;
            count += inner.regions().isEmpty() ? 1 : count(inner, enough - count);
        }
        return count;
    }

    /// The text of one operation, wherever it is, without aliases; values are called as in the whole of what is isolated around it.
    public static String operation(Operation op, PrintOptions options) {
        var isolated = op;
        while (!isolated.has(Traits.IsolatedFromAbove.class) && isolated.parent() != null) isolated = isolated.parent();
        var text = new StringBuilder();
        var printer = new OperationPrinter(options, new Aliases(Map.of()), new ValueNames(isolated, options), text::append);
        printer.operation(op);
        printer.drain();
        return text.toString();
    }

    public static String print(Operation top) {
        return print(top, null, PrintOptions.CUSTOM);
    }
}
