package pim.tool.lsp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import pim.define.Dialect;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.tool.reference.Reference;

/// What the reference pages say about each op. The page of a dialect lies beside its classes; of one without a page the definitions are told.
final class OpPages {
    private static final Pattern HEADING = Pattern.compile("(?m)^## `(\\S+)`\n");

    private final Registry registry;
    private final Map<String, Map<String, String>> pages = new HashMap<>();

    OpPages(Registry registry) {
        this.registry = registry;
    }

    /// The part of the page about the op, without its heading, as Markdown.
    String page(OpDefinition op) {
        var dialect = registry.dialect(op.dialect());
        var written = dialect == null ? null : pages.computeIfAbsent(op.dialect(), _ -> read(dialect)).get(op.name());
        return written != null ? written : sections(Reference.section(op)).get(op.name());
    }

    /// The first line that the page says about the op; nothing when it begins with its format.
    String summary(OpDefinition op) {
        var first = page(op).lines().findFirst().orElse("");
        return first.startsWith("```") ? "" : first;
    }

    private static Map<String, String> read(Dialect dialect) {
        try (var in = dialect.getClass().getResourceAsStream("REFERENCE.md")) {
            return in == null ? Map.of() : sections(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> sections(String page) {
        var sections = new HashMap<String, String>();
        var heading = HEADING.matcher(page);
        boolean found = heading.find();
        while (found) {
            var name = heading.group(1);
            int start = heading.end();
            found = heading.find();
            sections.put(name, page.substring(start, found ? heading.start() : page.length()).strip());
        }
        return sections;
    }
}
