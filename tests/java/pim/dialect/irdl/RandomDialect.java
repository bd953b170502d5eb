package pim.dialect.irdl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A dialect in IRDL and programs that use it, some right and some not, the same for the same seed.
final class RandomDialect {
    static final String NAME = "made";
    private static final List<String> TYPES = List.of("i32", "i64", "f32", "index", "tensor<2xf32>", "complex<f32>", "vector<2xi8>", "() -> ()");
    private static final List<String> ATTRIBUTES = List.of("1 : i32", "2", "\"up\"", "unit", "[1, \"a\"]", "@s", "1.5", "array<i32: 1>",
        "dense<1> : tensor<2xi32>", "{a = 1 : i64}", "dense_resource<r> : tensor<2xi32>");
    private static final List<String> BASES = List.of("!builtin.integer", "!builtin.tensor", "!builtin.index", "!builtin.f32", "#builtin.integer",
        "#builtin.string", "#builtin.array", "#builtin.dense_array", "#builtin.symbol_ref", "#builtin.unit", "#builtin.type");
    private static final Map<String, String> SAMPLES = Map.of("!builtin.integer", "i8", "!builtin.tensor", "tensor<3xi1>", "!builtin.index", "index",
        "!builtin.f32", "f32", "#builtin.integer", "7 : i16", "#builtin.string", "\"s\"", "#builtin.array", "[]", "#builtin.dense_array",
        "array<i8>", "#builtin.symbol_ref", "@x::@y", "#builtin.unit", "unit");
    private static final List<String> VARIADICITIES = List.of("", "single ", "optional ", "variadic ");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final List<Definition> values = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();

    /// A condition with what it takes to fulfil it.
    private record Variable(String name, String kind, String argument, List<Variable> of) {}

    private record Definition(boolean isType, String name, List<Variable> parameters) {
        String written() {
            return (isType ? "!" : "#") + NAME + "." + name;
        }
    }

    private record Item(Variable variable, String variadicity) {}

    private record Shape(List<Variable> arguments, int blocks) {}

    private record Operation(String name, List<Item> operands, List<Item> results, Map<String, Variable> attributes, List<Shape> regions) {}

    RandomDialect(long seed) {
        random = new Random(seed);
        text.append("irdl.dialect @").append(NAME).append(" {\n");
        for (int i = 0; i < 4; i++) define(i);
        for (int i = 0; i < 6; i++) operation(i);
        text.append("}\n");
    }

    /// The definition of the dialect.
    String definition() {
        return text.toString();
    }

    // ---- the dialect

    private void define(int number) {
        boolean isType = random.nextInt(3) > 0;
        var name = (isType ? "t" : "a") + number;
        text.append("  irdl.").append(isType ? "type" : "attribute").append(" @").append(name).append(" {\n");
        var variables = variables(random.nextInt(4));
        var parameters = new ArrayList<Variable>();
        for (int i = random.nextInt(3); i > 0 && !variables.isEmpty(); i--) parameters.add(any(variables));
        if (!parameters.isEmpty() || random.nextBoolean()) {
            text.append("    irdl.parameters(");
            for (int i = 0; i < parameters.size(); i++) text.append(i == 0 ? "" : ", ").append("p").append(i).append(": ").append(parameters.get(i).name);
            text.append(")\n");
        }
        text.append("  }\n");
        values.add(new Definition(isType, name, parameters));
    }

    private void operation(int number) {
        text.append("  irdl.operation @op").append(number).append(" {\n");
        var variables = variables(1 + random.nextInt(5));
        var operands = items("operands", variables);
        var results = items("results", variables);
        var attributes = new HashMap<String, Variable>();
        for (int i = random.nextInt(3); i > 0; i--) attributes.put("x" + i, any(variables));
        if (!attributes.isEmpty()) {
            text.append("    irdl.attributes {");
            attributes.forEach((name, variable) -> text.append(name.equals(attributes.keySet().iterator().next()) ? "" : ", ").append('"').append(name)
                .append("\" = ").append(variable.name));
            text.append("}\n");
        }
        var regions = new ArrayList<Shape>();
        for (int i = Math.max(0, random.nextInt(5) - 2); i > 0; i--) regions.add(region(regions.size(), variables));
        for (int i = 0; i < regions.size(); i++) text.append(i == 0 ? "    irdl.regions(" : ", ").append("g").append(i).append(": %r").append(i);
        text.append(regions.isEmpty() ? "" : ")\n").append("  }\n");
        operations.add(new Operation("op" + number, operands, results, attributes, regions));
    }

    private List<Item> items(String list, List<Variable> variables) {
        var items = new ArrayList<Item>();
        // As a rule what a type can fulfil.
        var types = variables.stream().filter(v -> mayBeType(v) || random.nextInt(10) == 0).toList();
        for (int i = random.nextInt(4); i > 0; i--) items.add(new Item(any(types.isEmpty() ? variables : types), VARIADICITIES.get(random.nextInt(4))));
        if (items.isEmpty() && random.nextBoolean()) return items;
        text.append("    irdl.").append(list).append("(");
        for (int i = 0; i < items.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(list.charAt(0)).append(i).append(": ").append(items.get(i).variadicity)
                .append(items.get(i).variable.name);
        }
        text.append(")\n");
        return items;
    }

    private Shape region(int number, List<Variable> variables) {
        var arguments = random.nextBoolean() ? new ArrayList<Variable>() : null;
        if (arguments != null) for (int i = random.nextInt(3); i > 0; i--) arguments.add(any(variables));
        int blocks = random.nextInt(3);
        text.append("    %r").append(number).append(" = irdl.region");
        if (arguments != null) text.append("(").append(String.join(", ", arguments.stream().map(Variable::name).toList())).append(")");
        if (blocks > 0) text.append(" with size ").append(blocks);
        text.append("\n");
        return new Shape(arguments, blocks);
    }

    private List<Variable> variables(int count) {
        var made = new ArrayList<Variable>();
        for (int i = 0; i < count; i++) {
            var variable = variable("%" + i, made);
            made.add(variable);
            text.append("    ").append(variable.name).append(" = irdl.").append(variable.kind).append(switch (variable.kind) {
                case "any_of", "all_of" -> "(" + names(variable.of) + ")";
                case "parametric" -> " @" + NAME + "::@" + variable.argument + "<" + names(variable.of) + ">";
                default -> " " + variable.argument;
            }).append("\n");
        }
        return made;
    }

    private boolean mayBeType(Variable variable) {
        return switch (variable.kind) {
            case "is" -> TYPES.contains(variable.argument);
            case "base" -> variable.argument.startsWith("@") ? named(variable.argument.replaceFirst(".*@", "")).isType : variable.argument.startsWith("\"!");
            case "parametric" -> named(variable.argument).isType;
            case "any_of", "all_of" -> mayBeType(variable.of.getFirst());
            default -> true;
        };
    }

    private static String names(List<Variable> variables) {
        return String.join(", ", variables.stream().map(Variable::name).toList());
    }

    private Variable variable(String name, List<Variable> made) {
        int kind = random.nextInt(12);
        if (kind == 0) return new Variable(name, "any", "", List.of());
        if (kind <= 2) return new Variable(name, "base", '"' + any(BASES) + '"', List.of());
        if (kind == 3 && !values.isEmpty()) return new Variable(name, "base", "@" + NAME + "::@" + any(values).name, List.of());
        if (kind <= 5 && !values.isEmpty()) {
            var definition = any(values);
            // The right number of parameters as a rule.
            int count = random.nextInt(8) == 0 ? random.nextInt(3) : definition.parameters.size();
            var of = new ArrayList<Variable>();
            for (int i = 0; i < count && !made.isEmpty(); i++) of.add(any(made));
            return new Variable(name, "parametric", definition.name, of);
        }
        // What accepts anything makes the dialect wrong when it stands in any_of.
        var sure = random.nextInt(25) == 0 ? made : made.stream().filter(v -> !v.kind.equals("any")).toList();
        if (kind <= 8 && !sure.isEmpty()) return new Variable(name, "any_of", "", several(sure));
        if (kind == 9 && !sure.isEmpty()) return new Variable(name, "all_of", "", several(sure));
        return new Variable(name, "is", random.nextInt(4) > 0 ? any(TYPES) : any(ATTRIBUTES), List.of());
    }

    private List<Variable> several(List<Variable> from) {
        var chosen = new ArrayList<Variable>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) chosen.add(any(from));
        return chosen;
    }

    // ---- what uses it

    /// An operation of the dialect and what it needs, as a module; about half of them are right.
    String use() {
        var operation = any(operations);
        var assigned = new HashMap<Variable, String>();
        var attributes = new ArrayList<String>();
        operation.attributes.forEach((name, variable) -> {
            if (!mistake()) attributes.add(name + " = " + sample(variable, assigned));
        });
        var operands = values(operation.operands, "operandSegmentSizes", attributes, assigned);
        var results = values(operation.results, "resultSegmentSizes", attributes, assigned);
        var use = new StringBuilder();
        if (!operands.isEmpty()) use.append("%v:").append(operands.size()).append(" = \"x.make\"() : () -> (").append(String.join(", ", operands)).append(")\n");
        use.append('"').append(NAME).append('.').append(operation.name).append("\"(");
        for (int i = 0; i < operands.size(); i++) use.append(i == 0 ? "" : ", ").append("%v#").append(i);
        use.append(")");
        var regions = new ArrayList<String>();
        for (var shape : operation.regions) if (!mistake()) regions.add(region(shape, assigned));
        if (!regions.isEmpty()) use.append(" (").append(String.join(", ", regions)).append(")");
        if (!attributes.isEmpty()) use.append(" {").append(String.join(", ", attributes)).append("}");
        return use.append(" : (").append(String.join(", ", operands)).append(") -> (").append(String.join(", ", results)).append(")\n").toString();
    }

    private boolean mistake() {
        return random.nextInt(25) == 0;
    }

    private List<String> values(List<Item> items, String segments, List<String> attributes, Map<Variable, String> assigned) {
        var types = new ArrayList<String>();
        var sizes = new ArrayList<String>();
        for (var item : items) {
            int size = item.variadicity.startsWith("v") ? random.nextInt(4) : item.variadicity.startsWith("o") ? random.nextInt(2) : 1;
            if (mistake()) size++;
            sizes.add(Integer.toString(size));
            for (int i = 0; i < size; i++) types.add(type(item.variable, assigned));
        }
        boolean needed = items.stream().filter(i -> i.variadicity.startsWith("v") || i.variadicity.startsWith("o")).count() > 1;
        if (needed != mistake()) attributes.add(segments + " = array<i32" + (sizes.isEmpty() ? "" : ": ") + String.join(", ", sizes) + ">");
        return types;
    }

    private String type(Variable variable, Map<Variable, String> assigned) {
        var sample = mistake() ? any(TYPES) : sample(variable, assigned);
        return TYPES.contains(sample) || sample.startsWith("!") || SAMPLES.containsValue(sample) && sample.matches("[a-z].*[\\d>x]") && !sample.startsWith("array")
            ? sample : any(TYPES);
    }

    private String region(Shape shape, Map<Variable, String> assigned) {
        int blocks = shape.blocks == 0 || mistake() ? random.nextInt(3) : shape.blocks;
        var text = new StringBuilder("{");
        for (int block = 0; block < blocks; block++) {
            text.append("\n^bb").append(block);
            var arguments = new ArrayList<String>();
            if (block == 0 && shape.arguments != null) {
                for (var variable : shape.arguments) if (!mistake()) arguments.add("%a" + arguments.size() + ": " + type(variable, assigned));
            }
            text.append(arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")").append(":\n  \"x.end\"() : () -> ()");
        }
        return text.append("\n}").toString();
    }

    /// What fulfils the condition, as far as that is easily found.
    private String sample(Variable variable, Map<Variable, String> assigned) {
        var before = assigned.get(variable);
        if (before != null) return before;
        var sample = switch (variable.kind) {
            case "is" -> variable.argument;
            case "any_of" -> sample(any(variable.of), assigned);
            case "all_of" -> sample(variable.of.getFirst(), assigned);
            case "parametric" -> written(named(variable.argument), variable.of, assigned);
            case "base" -> variable.argument.startsWith("@") ? fresh(named(variable.argument.replaceFirst(".*@", "")))
                : SAMPLES.getOrDefault(variable.argument.replace("\"", ""), "i1");
            default -> random.nextInt(4) > 0 ? any(TYPES) : any(ATTRIBUTES);
        };
        assigned.put(variable, sample);
        return sample;
    }

    private Definition named(String name) {
        return values.stream().filter(d -> d.name.equals(name)).findFirst().orElseThrow();
    }

    private String fresh(Definition definition) {
        return written(definition, definition.parameters, new HashMap<>());
    }

    private String written(Definition definition, List<Variable> parameters, Map<Variable, String> assigned) {
        if (parameters.isEmpty()) return definition.written();
        return definition.written() + "<" + String.join(", ", parameters.stream().map(p -> sample(p, assigned)).toList()) + ">";
    }

    private <T> T any(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
