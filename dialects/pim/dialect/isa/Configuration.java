package pim.dialect.isa;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pim.dialect.arch.Accelerator;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.NamedAttribute;

/// The numbers of the machine that a program carries. In a module they are the attribute `isa.config`.
public record Configuration(Map<Parameter, List<Long>> values) {
    /// The attribute of a module that carries its configuration.
    public static final String ATTRIBUTE = "isa.config";

    /// Of a machine of which only the number of cores is known.
    public static Configuration of(long cores) {
        return new Configuration(new EnumMap<>(Map.of(Parameter.CORE_CNT, List.of(cores))));
    }

    /// Of the accelerator that a program is compiled for.
    public static Configuration of(Accelerator accelerator) {
        var unit = accelerator.matrixUnit();
        return new Configuration(new EnumMap<>(Map.of(
            Parameter.ADC_COUNT, List.of((long) unit.adc().count()),
            Parameter.CELL_PRECISION, List.of((long) unit.crossbar().cellBits()),
            Parameter.CORE_CNT, List.of((long) accelerator.cores()),
            Parameter.XBAR_ARRAY_COUNT, List.of((long) unit.arrays()),
            Parameter.XBAR_SIZE, List.of((long) unit.crossbar().rows(), (long) unit.crossbar().columns()))));
    }

    /// The configuration that an attribute says.
    ///
    /// @throws IllegalArgumentException when it says none; the message reads behind `'builtin.module' op attribute 'isa.config' `
    static Configuration of(Attribute attribute) {
        if (!(attribute instanceof DictionaryAttr dictionary)) throw new IllegalArgumentException("must be a dictionary, but is " + attribute);
        var values = new EnumMap<Parameter, List<Long>>(Parameter.class);
        for (var entry : dictionary.entries()) {
            var parameter = Parameter.of(entry.name());
            if (parameter == null) throw new IllegalArgumentException("has an unknown entry '" + entry.name() + "'");
            long[] numbers = switch (entry.value()) {
                case IntegerAttr i when i.value().bitLength() < Long.SIZE -> new long[] {i.longValue()};
                case DenseArrayAttr a when a.wide() == null -> a.values();
                default -> throw new IllegalArgumentException("expects integers of " + entry.name() + ", but got " + entry.value());
            };
            var wrong = parameter.verify(numbers);
            if (wrong != null) throw new IllegalArgumentException(wrong);
            values.put(parameter, Arrays.stream(numbers).boxed().toList());
        }
        if (!values.containsKey(Parameter.CORE_CNT)) throw new IllegalArgumentException("expects " + Parameter.CORE_CNT.key() + ", but has none");
        return new Configuration(values);
    }

    /// The form of it in a module; [#of] reads the same back.
    DictionaryAttr toAttribute() {
        return DictionaryAttr.of(values.entrySet().stream().map(e -> new NamedAttribute(e.getKey().key(), attribute(e.getValue()))).toList());
    }

    private static Attribute attribute(List<Long> numbers) {
        return numbers.size() == 1 ? IntegerAttr.i64(numbers.getFirst()) : DenseArrayAttr.i64(numbers.stream().mapToLong(n -> n).toArray());
    }

    /// `core_cnt`: the cores have numbers below it.
    public int cores() {
        return Math.toIntExact(values.get(Parameter.CORE_CNT).getFirst());
    }
}
