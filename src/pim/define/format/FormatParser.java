package pim.define.format;

import java.util.ArrayList;
import java.util.List;
import pim.define.Format;
import pim.define.Instances;
import pim.define.OpDefinition;
import pim.define.Part;

/// Reads the text of a [Format]. A mistake in it is the op author's and an [IllegalArgumentException] that says where.
final class FormatParser {
    private final OpDefinition definition;
    private final Format format;
    private final List<String> tokens = new ArrayList<>();
    private int next;
    private Directive anchor;

    FormatParser(OpDefinition definition, Format format) {
        this.definition = definition;
        this.format = format;
        var text = format.value();
        for (int start = 0, end; start < text.length(); start = end) {
            end = end(text, start);
            if (text.charAt(start) > ' ') tokens.add(text.substring(start, end));
        }
    }

    /// Where the token ends that starts at `start`: a literal between backticks, the name of a component behind `$`, a word or a mark.
    private int end(String text, int start) {
        char first = text.charAt(start);
        if (first == '`' && text.indexOf('`', start + 1) > 0) return text.indexOf('`', start + 1) + 1;
        if (first <= ' ' || "()<>,?:^".indexOf(first) >= 0) return start + 1;
        int end = start + 1;
        while (end < text.length() && (isOfName(text.charAt(end)) || text.charAt(end) == '-' && first != '$')) end++;
        if (first == '$' ? end == start + 1 : !isLetter(first)) throw wrong("does not understand '" + text.substring(start) + "'");
        return end;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isOfName(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || c == '_';
    }

    AssemblyFormat parse() {
        return AssemblyFormat.of(sequence());
    }

    private List<Directive> sequence() {
        var directives = new ArrayList<Directive>();
        while (next < tokens.size() && !at(")")) {
            var directive = directive();
            if (tryTake("^")) anchor = directive;
            directives.add(directive);
        }
        return directives;
    }

    private Directive directive() {
        var token = tokens.get(next++);
        if (token.startsWith("`")) {
            var text = token.substring(1, token.length() - 1);
            return text.isEmpty() ? new Directive.Space(false) : text.isBlank() ? new Directive.Space(true) : text.equals("\\n")
                ? new Directive.NewLine() : new Directive.Literal(text);
        }
        if (token.startsWith("$")) return new Directive.Variable(part(token));
        return switch (token) {
            case "(" -> group();
            case "operands" -> new Directive.Operands();
            case "regions" -> new Directive.Regions();
            case "successors" -> new Directive.Successors();
            case "attr-dict" -> new Directive.AttrDict(false);
            case "attr-dict-with-keyword" -> new Directive.AttrDict(true);
            case "prop-dict" -> new Directive.PropDict();
            case "type" -> type();
            case "functional-type" -> functionalType();
            case "custom" -> custom();
            default -> throw wrong("has no directive '" + token + "'");
        };
    }

    private Directive group() {
        var outer = anchor;
        anchor = null;
        var then = sequence();
        take(")");
        List<Directive> otherwise = List.of();
        if (tryTake(":")) {
            take("(");
            otherwise = sequence();
            take(")");
        }
        take("?");
        if (anchor == null) throw wrong("has an optional group without an anchor, `^`");
        var group = new Directive.Group(then, otherwise, anchor);
        anchor = outer;
        return group;
    }

    private Directive type() {
        take("(");
        var of = tokens.get(next++);
        take(")");
        return switch (of) {
            case "operands" -> new Directive.OperandTypes();
            case "results", "$results" -> new Directive.ResultTypes();
            case "$result" -> new Directive.TypeOf(definition.part("result"));
            default -> new Directive.TypeOf(part(of));
        };
    }

    private Directive functionalType() {
        take("(");
        var inputs = tokens.get(next++);
        take(",");
        next++;
        take(")");
        return new Directive.FunctionalType(inputs.equals("operands") ? null : part(inputs));
    }

    private Directive custom() {
        take("<");
        var name = tokens.get(next++);
        take(">");
        take("(");
        var parts = new ArrayList<String>();
        while (!at(")")) {
            parts.add(part(tokens.get(next++)).name());
            if (!at(")")) take(",");
        }
        take(")");
        for (var type : format.parts()) if (type.getSimpleName().equals(name)) return new Directive.Custom(Instances.of(type), parts);
        throw wrong("names no part '" + name + "'");
    }

    /// `$name`, the name being that of the Java component or that in the IR.
    private Part part(String token) {
        var name = token.substring(1);
        var part = definition.part(name);
        if (part == null) part = definition.part(definition.irName(name));
        if (part == null) throw wrong("speaks of a component '" + name + "' that the record does not have");
        return part;
    }

    private boolean at(String token) {
        return next < tokens.size() && tokens.get(next).equals(token);
    }

    private boolean tryTake(String token) {
        if (!at(token)) return false;
        next++;
        return true;
    }

    private void take(String token) {
        if (!tryTake(token)) throw wrong("lacks '" + token + "' before '" + (next < tokens.size() ? tokens.get(next) : "") + "'");
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("the format of " + definition.name() + " " + what);
    }
}
