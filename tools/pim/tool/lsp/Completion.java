package pim.tool.lsp;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.MarkupKind;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import pim.define.OpDefinition;
import pim.define.Part.Kind;
import pim.define.Registry;
import pim.define.format.AssemblyFormat;
import pim.diagnose.SourceText;
import pim.ir.Symbols;
import pim.ir.attr.Location.File;
import pim.ir.type.FloatType;
import pim.tool.lsp.Mention.AliasName;
import pim.tool.lsp.Mention.OpName;

/// What can be typed at a place. The text before it is read as far as it goes; that tells the region, the names that are visible there, and the
/// operation that is being typed.
final class Completion {
    private static final List<String> TYPES = Stream.concat(Stream.of("index", "i1", "i8", "i16", "i32", "i64", "none", "tensor<", "vector<",
        "memref<", "tuple<", "complex<"), Stream.of(FloatType.values()).map(FloatType::toString)).toList();
    private static final List<String> ATTRIBUTES = List.of("true", "false", "unit", "dense<", "dense_resource<", "sparse<", "array<", "strided<",
        "distinct[", "affine_map<", "affine_set<", "loc(");
    private static final Pattern BLOCK = Pattern.compile("\\^[\\w$.-]+");

    private final Registry registry;
    private final OpPages pages;
    private final Document document;
    private final Chunk chunk;
    private final Range word;
    /// `%`, `^`, `@`, `#`, `!` or `"` before the word, else a space.
    private final char sign;
    private final SourceIndex before;
    private final Statement statement;
    private final List<CompletionItem> items = new ArrayList<>();

    private Completion(Document document, Position position, Registry registry, OpPages pages) {
        this.document = document;
        this.registry = registry;
        this.pages = pages;
        chunk = document.chunkAt(position);
        var text = document.textBefore(position);
        int start = text.length();
        while (start > 0 && Places.isPartOfWord(text.charAt(start - 1))) start--;
        if (start > 0 && "%^@#!\"".indexOf(text.charAt(start - 1)) >= 0) start--;
        sign = start < text.length() && "%^@#!\"".indexOf(text.charAt(start)) >= 0 ? text.charAt(start) : ' ';
        word = new Range(new Position(position.getLine(), position.getCharacter() - (text.length() - start)), position);
        var source = new SourceText(document.source().path(), text.substring(0, start));
        var read = Chunk.read(source, registry, null);
        before = read.index();
        var error = read.messages().isEmpty() ? null : read.messages().getFirst().location().file();
        boolean toHere = error == null || error.line() >= source.lineCount() && error.column() > source.line(source.lineCount()).length()
            || source.text().substring(Math.min(source.text().length(), source.offset(error.line(), error.column()))).isBlank();
        var boundaries = new ArrayList<File>();
        if (before.unfinished() != null) boundaries.add(before.unfinished().start);
        for (var mention : before.mentions()) if (mention instanceof OpName op) boundaries.add(op.whole());
        statement = Statement.of(source, position.getLine() + 1, boundaries, toHere);
    }

    static List<CompletionItem> at(Position position, Document document, Registry registry, OpPages pages) {
        var completion = new Completion(document, position, registry, pages);
        completion.collect();
        return completion.items;
    }

    private void collect() {
        switch (sign) {
            case '%' -> values();
            case '^' -> blocks();
            case '@' -> symbols();
            case '#' -> aliases('#');
            case '!' -> aliases('!');
            case '"' -> {
                if (statement.place() == Statement.Expected.OPERATION) operations(true);
            }
            default -> {
                switch (statement.place()) {
                    case OPERATION -> operations(false);
                    case PARTS -> parts();
                    case TYPE -> types();
                    case ATTRIBUTE_NAME -> attributeNames();
                    case ATTRIBUTE -> {
                        for (var text : ATTRIBUTES) add(text, CompletionItemKind.Keyword, "attribute", "");
                        aliases('#');
                        types();
                    }
                }
            }
        }
    }

    private CompletionItem add(String text, CompletionItemKind kind, String detail, String documentation) {
        var item = new CompletionItem(text);
        item.setKind(kind);
        item.setDetail(detail);
        if (!documentation.isEmpty()) item.setDocumentation(new MarkupContent(MarkupKind.MARKDOWN, documentation));
        item.setFilterText(text);
        item.setTextEdit(Either.forLeft(new TextEdit(word, text)));
        items.add(item);
        return item;
    }

    // ---- operations

    private void operations(boolean quoted) {
        var scope = before.unfinished();
        var enclosing = scope == null || scope.outer == null ? "builtin" : scope.owner.dialect();
        for (var dialect : registry.dialects()) {
            add(quoted ? "\"" + dialect.namespace() + "." : dialect.namespace() + ".", CompletionItemKind.Module, "dialect", "");
            // Ops without Java have the generic form only.
            for (var mnemonic : dialect.dynamicOps().keySet()) {
                if (quoted) add("\"" + dialect.namespace() + "." + mnemonic + "\"", CompletionItemKind.Class, "operation", "");
            }
            for (var definition : registry.definitions(dialect)) {
                if (quoted) {
                    operation("\"" + definition.name() + "\"", definition);
                } else if (AssemblyFormat.of(definition) != null) {
                    boolean implied = dialect.namespace().equals(enclosing) || dialect.namespace().equals("builtin");
                    if (implied) operation(definition.name().substring(dialect.namespace().length() + 1), definition);
                    operation(definition.name(), definition);
                }
            }
        }
    }

    private void operation(String text, OpDefinition definition) {
        add(text, CompletionItemKind.Class, pages.summary(definition), pages.page(definition));
    }

    /// The definition of the op that is being typed, or null.
    private OpDefinition definition() {
        if (statement.name() == null) return null;
        var scope = before.unfinished();
        var names = new ArrayList<String>(List.of(statement.name(), "builtin." + statement.name()));
        if (scope != null) names.add(scope.owner.dialect() + "." + statement.name());
        for (var name : names) if (registry.kind(name) instanceof OpDefinition definition) return definition;
        return null;
    }

    private void parts() {
        var definition = definition();
        if (definition != null && AssemblyFormat.of(definition) != null) {
            for (var text : Keywords.of(AssemblyFormat.of(definition))) add(text, CompletionItemKind.Keyword, definition.name(), "");
        }
        values();
    }

    private void attributeNames() {
        var definition = definition();
        if (definition == null) return;
        for (var part : definition.parts(Kind.ATTRIBUTE)) {
            add(part.name(), CompletionItemKind.Property, part.codec().description(), "").setInsertText(part.name());
        }
    }

    // ---- names

    private void values() {
        var known = new LinkedHashSet<String>();
        for (var scope = before.unfinished(); scope != null; scope = scope.visible()) {
            for (var definition : scope.values.values()) {
                for (int i = 0; i < definition.values().size(); i++) {
                    var name = definition.values().size() == 1 ? definition.name() : definition.name() + "#" + i;
                    if (known.add(name)) add(name, CompletionItemKind.Variable, definition.values().get(i).type().toString(), "");
                }
            }
        }
    }

    /// The blocks of the region, those too that begin further down.
    private void blocks() {
        var scope = before.unfinished();
        if (scope == null) return;
        var names = new LinkedHashSet<String>();
        int depth = 0;
        var text = chunk.source().text();
        int start = chunk.source().offset(scope.start.endLine(), scope.start.endColumn());
        for (int i = start; i < text.length() && depth >= 0; i++) {
            char c = text.charAt(i);
            if (c == '{') depth++;
            else if (c == '}') depth--;
            else if (c == '^' && depth == 0) {
                var name = BLOCK.matcher(text).region(i, text.length());
                // The word at the cursor is no block yet.
                if (name.lookingAt() && !Places.contains(place(i, name.end()), word.getEnd())) names.add(name.group());
            }
        }
        for (var name : names) add(name, CompletionItemKind.Reference, "block", "");
    }

    private File place(int start, int end) {
        var text = chunk.source().text();
        int line = (int) text.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        int column = start - text.lastIndexOf('\n', start - 1);
        return new File("", line, column, line, column + end - start);
    }

    private Stream<Mention> everywhere() {
        return Stream.concat(before.mentions().stream(), chunk.views().stream().flatMap(v -> v.index().mentions().stream()));
    }

    private void symbols() {
        Set<String> names = new LinkedHashSet<>();
        everywhere().forEach(mention -> {
            if (!(mention instanceof OpName(_, _, var op)) || Symbols.name(op) == null) return;
            var name = Symbols.name(op);
            if (names.add(name)) add("@" + (name.matches("[a-zA-Z_][\\w$.]*") ? name : "\"" + name + "\""), CompletionItemKind.Field, op.name(), "");
        });
    }

    private void types() {
        for (var type : TYPES) add(type, CompletionItemKind.Struct, "type", "");
        aliases('!');
    }

    private void aliases(char sign) {
        everywhere().filter(m -> m instanceof AliasName a && a.defines() && a.name().charAt(0) == sign).map(m -> ((AliasName) m).name()).distinct()
            .sorted(Comparator.naturalOrder()).forEach(name -> add(name, CompletionItemKind.Field, "alias", ""));
        for (var dialect : registry.dialects()) add(sign + dialect.namespace() + ".", CompletionItemKind.Module, "dialect", "");
    }
}
