package pim.pass.generic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.type.Type;
import pim.syntax.ValueNames;

/// The text of a program in the language of Graphviz, laid out as mlir-opt does.
final class OpGraph {
    /// More elements than so many are left out.
    private static final int MOST_ELEMENTS = 16;

    /// @param cluster the number of the cluster that the node is the anchor of; 0 for a plain node
    private record Node(int id, int cluster) {}

    /// @param value what is used by `user`
    private record Use(Value value, Node user) {}

    private final ViewOpGraph options;
    private final ValueNames names;
    private final List<String> kinds;
    private final StringBuilder text = new StringBuilder();
    private final Map<Value, Node> definitions = new HashMap<>();
    private final List<Use> uses = new ArrayList<>();
    private final List<String> edges = new ArrayList<>();
    private int last;
    private int indent;

    OpGraph(Operation root, ViewOpGraph options) {
        this.options = options;
        this.names = ValueNames.custom(root);
        var seen = new LinkedHashSet<String>();
        kinds(root, seen);
        this.kinds = List.copyOf(seen);
        line("digraph G {");
        indent += 2;
        line("compound = true;");
        operation(root);
        edges.forEach(this::line);
        for (var use : uses) edge(use);
        indent -= 2;
        line("}");
    }

    String text() {
        return text.toString();
    }

    /// In the order of the ends of the operations.
    private static void kinds(Operation op, LinkedHashSet<String> seen) {
        for (var region : op.regions()) for (var block : region.blocks()) for (var inner : block) kinds(inner, seen);
        seen.add(op.name());
    }

    private Node operation(Operation op) {
        Node node;
        if (op.regions().isEmpty()) {
            var hue = String.format(Locale.ROOT, "%f", (double) kinds.indexOf(op.name()) / kinds.size());
            node = node("fillcolor = \"" + hue + " 0.3 0.95\", ", record(op), "Mrecord, style = filled");
        } else {
            node = cluster(clusterLabel(op), () -> op.regions().forEach(region -> region.blocks().forEach(this::block)));
        }
        if (options.printDataFlowEdges()) for (var operand : op.operands()) uses.add(new Use(operand, node));
        for (var result : op.results()) definitions.put(result, node);
        return node;
    }

    private void block(Block block) {
        cluster("", () -> {
            for (var argument : block.arguments()) definitions.put(argument, node("", result(argument), "Mrecord"));
            Node before = null;
            for (var op : block) {
                var node = operation(op);
                if (options.printControlFlowEdges() && before != null) edges.add(edge(before, "", node, "", "dashed"));
                before = node;
            }
        });
    }

    private Node cluster(String label, Runnable content) {
        int cluster = ++last;
        line("subgraph cluster_" + cluster + " {");
        indent += 2;
        var anchor = node("", " ", "plain");
        line("label = \"" + label + "\";");
        content.run();
        indent -= 2;
        line("}");
        return new Node(anchor.id, cluster);
    }

    private Node node(String before, String label, String shape) {
        line("v" + ++last + " [" + before + "label = \"" + label + "\", shape = " + shape + "];");
        return new Node(last, 0);
    }

    private void edge(Use use) {
        var port = port(use.value);
        line(edge(definitions.get(use.value), ":res" + port + ":s", use.user, ":arg" + port + ":n", "solid"));
    }

    /// An edge to or from a cluster ends at its border, not at a port.
    private static String edge(Node from, String fromPort, Node to, String toPort, String style) {
        return "v" + from.id + (from.cluster == 0 ? fromPort : "") + " -> v" + to.id + (to.cluster == 0 ? toPort : "") + "["
            + (to.cluster == 0 ? "" : "lhead = cluster_" + to.cluster + ", ") + (from.cluster == 0 ? "" : "ltail = cluster_" + from.cluster + ", ")
            + "style = " + style + "];";
    }

    private String clusterLabel(Operation op) {
        var types = op.resultTypes().stream().map(Type::toString).collect(Collectors.joining(", "));
        var head = op.name() + (options.printResultTypes() ? " : (" + cut(types) + ")" : "");
        return options.printAttrs() ? head + "\\l" + attributes(op) : head;
    }

    private String record(Operation op) {
        var label = new StringBuilder("{");
        if (op.operandCount() > 0) {
            label.append(op.operands().stream().map(o -> "<arg" + port(o) + "> " + names.of(o)).collect(Collectors.joining("|", "{", "}|")));
        }
        label.append(op.name()).append("\\l");
        var attributes = options.printAttrs() ? attributes(op) : "";
        if (!attributes.isEmpty()) label.append("\\l").append(attributes);
        if (op.resultCount() > 0) label.append(op.results().stream().map(this::result).collect(Collectors.joining("|", "|{", "}")));
        return label.append("}").toString();
    }

    private String result(Value value) {
        return "<res" + port(value) + "> " + names.of(value) + (options.printResultTypes() ? " " + escaped(cut(value.type().toString())) : "");
    }

    private String port(Value value) {
        return names.of(value).replace('%', '_').replace('#', '_');
    }

    private String attributes(Operation op) {
        return Stream.concat(op.properties().entries().stream(), op.attributes().entries().stream()).sorted((a, b) -> a.name().compareTo(b.name()))
            .map(entry -> escaped(entry.name()) + ": " + attribute(entry.value()) + "\\l").collect(Collectors.joining());
    }

    private String attribute(Attribute attribute) {
        return switch (attribute) {
            case DenseElementsAttr dense when dense.isSplat() -> escaped(dense.toString());
            case DenseElementsAttr dense when dense.type().shape().elementCount() > MOST_ELEMENTS -> {
                int rank = dense.type().shape().rank();
                yield "[".repeat(rank) + "..." + "]".repeat(rank) + " : " + escaped(cut(dense.type().toString()));
            }
            case ArrayAttr(var elements) when elements.size() > MOST_ELEMENTS -> "[...]";
            default -> escaped(cut(attribute.toString()));
        };
    }

    private String cut(String text) {
        return text.length() <= options.maxLabelLen() ? text : text.substring(0, options.maxLabelLen()) + "...";
    }

    /// What has a meaning in the label of a record loses it.
    private static String escaped(String text) {
        return text.replaceAll("[{}|<>\\n\"]", "\\\\$0");
    }

    private void line(String line) {
        text.repeat(' ', indent).append(line).append('\n');
    }
}
