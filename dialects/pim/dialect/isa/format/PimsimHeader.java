package pim.dialect.isa.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import pim.dialect.isa.Configuration;
import pim.dialect.isa.Field;
import pim.dialect.isa.Parameter;
import pim.dialect.isa.ProgramHeader;
import pim.tensor.MalformedFileException;

/// Reads `config` of pimsim-nn's JSON.
final class PimsimHeader {
    static final String CONFIG = "config", ARRAY_GROUPS = "array_group_map", CORE = "core";

    private final Function<String, MalformedFileException> failure;
    private final JsonParser parser;

    PimsimHeader(Function<String, MalformedFileException> failure, JsonParser parser) {
        this.failure = failure;
        this.parser = parser;
    }

    /// The number in `core12`; -1 when the key is no such one.
    static int coreNumber(String key) {
        if (!key.matches(CORE + "(0|[1-9][0-9]{0,8})")) return -1;
        int number = Integer.parseInt(key.substring(CORE.length()));
        return Field.CORE.verify(number) == null ? number : -1;
    }

    /// Reads the object at which the parser stands.
    ProgramHeader read() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) throw failure.apply("expected an object of " + CONFIG);
        var values = new EnumMap<Parameter, List<Long>>(Parameter.class);
        SortedMap<Integer, int[]> groups = null;
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            if (key.equals(ARRAY_GROUPS)) {
                if (groups != null) throw failure.apply(CONFIG + " says " + key + " twice");
                groups = groups();
                continue;
            }
            var parameter = Parameter.of(key);
            if (parameter == null) throw failure.apply(CONFIG + " has an unknown entry '" + key + "'");
            if (values.put(parameter, numbers(parameter)) != null) throw failure.apply(CONFIG + " says " + key + " twice");
        }
        if (!values.containsKey(Parameter.CORE_CNT)) throw failure.apply(CONFIG + " expects " + Parameter.CORE_CNT.key() + ", but has none");
        return new ProgramHeader(new Configuration(values), groups == null ? new TreeMap<>() : groups);
    }

    private List<Long> numbers(Parameter parameter) throws IOException {
        long[] numbers = parser.currentToken() == JsonToken.START_ARRAY ? array(parameter.key()) : new long[] {integer(parameter.key())};
        var wrong = parameter.verify(numbers);
        if (wrong != null) throw failure.apply(CONFIG + " " + wrong);
        return Arrays.stream(numbers).boxed().toList();
    }

    private SortedMap<Integer, int[]> groups() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) throw failure.apply(CONFIG + " expects an object of " + ARRAY_GROUPS);
        var groups = new TreeMap<Integer, int[]>();
        for (var key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            int core = coreNumber(key);
            if (core < 0) throw failure.apply(ARRAY_GROUPS + " expects core0, core1, ..., but got '" + key + "'");
            if (parser.nextToken() != JsonToken.START_ARRAY) throw failure.apply(ARRAY_GROUPS + " expects an array of " + key);
            var crossbars = array(ARRAY_GROUPS);
            var counts = new int[crossbars.length];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (int) crossbars[i];
                if (counts[i] != crossbars[i] || counts[i] < 1) {
                    throw failure.apply(ARRAY_GROUPS + " expects groups of " + key + " of 1 to " + Integer.MAX_VALUE + " crossbars, but got "
                        + crossbars[i]);
                }
            }
            if (groups.put(core, counts) != null) throw failure.apply(ARRAY_GROUPS + " says " + key + " twice");
        }
        return groups;
    }

    private long[] array(String key) throws IOException {
        var numbers = new LongArrayList();
        while (parser.nextToken() != JsonToken.END_ARRAY) numbers.add(integer(key));
        return numbers.toLongArray();
    }

    private long integer(String key) throws IOException {
        boolean one = parser.currentToken() == JsonToken.VALUE_NUMBER_INT && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER;
        if (!one) throw failure.apply("expected integers of " + key + ", but got " + PimsimReader.token(parser));
        return parser.getLongValue();
    }
}
