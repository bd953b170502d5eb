package pim.dialect.arch.schema;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.dialect.arch.schema.Tree.Scalar;
import pim.ir.attr.Location;

/// JSON to a [Tree] that knows the place of each name and value, and back.
public final class JsonText {
    private static final JsonFactory FACTORY = new JsonFactory();

    private final SourceText source;
    private final Diagnostics diagnostics;
    private final JsonParser parser;

    private JsonText(SourceText source, Diagnostics diagnostics) throws IOException {
        this.source = source;
        this.diagnostics = diagnostics;
        this.parser = FACTORY.createParser(source.text());
    }

    /// The tree of the text. A name that comes twice in one object is reported and its first value kept.
    ///
    /// @throws pim.diagnose.CompileFailure when the text is not JSON; that has been reported
    public static Tree parse(SourceText source, Diagnostics diagnostics) {
        diagnostics.addSource(source);
        try {
            var text = new JsonText(source, diagnostics);
            var start = new Location.File(source.path(), 1, 1);
            if (text.parser.nextToken() == null) throw diagnostics.failure(start, "expected an object, got an empty file");
            var tree = text.value();
            if (text.parser.nextToken() != null) throw diagnostics.failure(text.here(), "expected the end of the file");
            return tree;
        } catch (JacksonException e) {
            var where = e.getLocation() == null ? new Location.File(source.path(), 1, 1) : place(source, e.getLocation());
            throw diagnostics.failure(where, "malformed JSON: " + message(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is wrong, without what Jackson says of the place in words of its own.
    public static String message(JacksonException e) {
        var line = e.getOriginalMessage().lines().findFirst().orElse("");
        int start = line.indexOf(" (start marker");
        return start < 0 ? line : line.substring(0, start);
    }

    private static Location place(SourceText source, JsonLocation at) {
        return new Location.File(source.path(), at.getLineNr(), at.getColumnNr());
    }

    private Location here() {
        return place(source, parser.currentTokenLocation());
    }

    private Tree value() throws IOException {
        var at = here();
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(Branch.object(at));
            case START_ARRAY -> list(Branch.list(at));
            case VALUE_NUMBER_INT -> new Scalar(at, integer(parser.getBigIntegerValue()));
            case VALUE_NUMBER_FLOAT -> new Scalar(at, parser.getDoubleValue());
            case VALUE_TRUE -> new Scalar(at, true);
            case VALUE_FALSE -> new Scalar(at, false);
            case VALUE_NULL -> new Scalar(at, null);
            default -> new Scalar(at, parser.getText());
        };
    }

    private static Object integer(BigInteger n) {
        return n.bitLength() < Long.SIZE ? (Object) n.longValue() : n;
    }

    private Tree object(Branch object) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var at = here();
            parser.nextToken();
            var member = new Member(at, value());
            var earlier = object.members().putIfAbsent(name, member);
            if (earlier != null) diagnostics.error(at, "key '" + name + "' comes twice", Diagnostic.note(earlier.key(), "it comes first here"));
        }
        return object;
    }

    private Tree list(Branch list) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) list.add(value());
        return list;
    }

    /// The tree as indented JSON, with a line end behind it.
    public static String print(Tree tree) {
        var out = new StringWriter();
        try (var generator = FACTORY.createGenerator(out)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter());
            print(tree, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.append("\n").toString();
    }

    private static void print(Tree tree, JsonGenerator out) throws IOException {
        switch (tree) {
            case Scalar(_, var value) -> out.writePOJO(value);
            case Branch(_, var list, var members) when list -> {
                out.writeStartArray();
                for (var member : members.values()) print(member.value(), out);
                out.writeEndArray();
            }
            case Branch(_, _, var members) -> {
                out.writeStartObject();
                for (var entry : members.entrySet()) {
                    out.writeFieldName(entry.getKey());
                    print(entry.getValue().value(), out);
                }
                out.writeEndObject();
            }
        }
    }
}
