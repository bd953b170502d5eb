package pim.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import pim.diagnose.Diagnostics;
import pim.ir.Callable;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;
import pim.tensor.Tensor;

/// Runs the function `@main` of programs on integers of up to 64 bits. The inputs are `arg0`, `arg1`, ..., the outputs `result0`, ..., each a tensor
/// without dimensions.
public record IntegerInterpreter() implements Interpreter {
    private static final String MAIN = "main";
    private static final long STEPS = 1_000_000_000;

    @Override public boolean accepts(Operation module) {
        var main = main(module);
        return main != null && ControlFlow.accepts(main);
    }

    private static Operation main(Operation module) {
        return module.has(Traits.SymbolTable.class) ? Symbols.lookup(module, MAIN) : null;
    }

    @Override public Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources, Diagnostics diagnostics) {
        var main = main(module);
        var arguments = ((Callable) main.op()).body().entry().arguments();
        var given = new ArrayList<Attribute>();
        for (var argument : arguments) given.add(input("arg" + argument.index(), inputs, argument.type(), main, diagnostics));
        for (var name : inputs.keySet()) {
            if (!name.matches("arg\\d{1,9}") || Integer.parseInt(name.substring(3)) >= arguments.size()) throw diagnostics.failure(main.location(),
                "there is no input '" + name + "'; '@main' has " + arguments.size() + ", called arg0, arg1, ...");
        }
        var outputs = new LinkedHashMap<String, Tensor>();
        for (var result : new ControlFlow(diagnostics, STEPS).call(main, given)) {
            if (width(result instanceof IntegerAttr i ? i.type() : null) == 0) throw diagnostics.failure(main.location(),
                "the result " + result + " is no integer of up to 64 bits");
            outputs.put("result" + outputs.size(), new Tensor.Longs(new int[0], new long[] {((IntegerAttr) result).longValue()}));
        }
        return outputs;
    }

    private static IntegerAttr input(String name, Map<String, Tensor> inputs, Type type, Operation main, Diagnostics diagnostics) {
        int width = width(type);
        if (width == 0) throw diagnostics.failure(main.location(), "the input '" + name + "' can only be an integer of up to 64 bits, but is of "
            + type);
        long value = switch (inputs.get(name)) {
            case null -> throw diagnostics.failure(main.location(), "the input '" + name + "' is missing");
            case Tensor.Longs t when t.size() == 1 -> t.data()[0];
            case Tensor.Ints t when t.size() == 1 -> t.data()[0];
            default -> throw diagnostics.failure(main.location(), "the input '" + name + "' is expected to be one integer");
        };
        if (value << 64 - width >> 64 - width != value) throw diagnostics.failure(main.location(), "the input '" + name + "' is " + value
            + ", which does not fit into " + type);
        return IntegerAttr.of(type, value);
    }

    /// The bits of a type that can come in or go out; 0 for one that cannot.
    private static int width(Type type) {
        return switch (type) {
            case IntegerType i when i.width() <= 64 && i.signedness() == IntegerType.Signedness.SIGNLESS -> i.width();
            case IndexType _ -> 64;
            case null, default -> 0;
        };
    }
}
