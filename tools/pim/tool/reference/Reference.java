package pim.tool.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pim.define.Annotations;
import pim.define.Dialect;
import pim.define.Format;
import pim.define.OpDefinition;
import pim.define.Part;
import pim.define.Registry;

/// Makes the reference page of a dialect from the definitions of its ops and the comments above their records.
public final class Reference {
    private static final Pattern RECORD = Pattern.compile("((?:[ \\t]*///[^\\n]*\\n)+)(?:[ \\t]*@[^\\n]*\\n)*[ \\t]*(?:public )?record (\\w+)\\(");

    private final Registry registry;
    private final Map<String, String> comments;

    private Reference(Registry registry, Map<String, String> comments) {
        this.registry = registry;
        this.comments = comments;
    }

    /// The page of each dialect whose sources lie under `dialects`, by the path it belongs at.
    public static Map<Path, String> pages(Path dialects) throws IOException {
        var registry = Registry.standard();
        var pages = new TreeMap<Path, String>();
        for (var dialect : registry.dialects()) {
            var folder = dialects.resolve(dialect.getClass().getPackageName().replace('.', '/'));
            if (!Files.isDirectory(folder) || registry.definitions(dialect).isEmpty()) continue;
            pages.put(folder.resolve("REFERENCE.md"), new Reference(registry, comments(folder)).page(dialect));
        }
        return pages;
    }

    /// The part about one op, as its page has it but for the comment above the record, which is in the sources only.
    public static String section(OpDefinition definition) {
        var section = new StringBuilder();
        new Reference(null, Map.of()).op(definition, section);
        return section.toString();
    }

    private static Map<String, String> comments(Path folder) throws IOException {
        var comments = new TreeMap<String, String>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                var matcher = RECORD.matcher(Files.readString(file));
                while (matcher.find()) comments.put(matcher.group(2), matcher.group(1).lines().map(l ->
                    l.strip().substring(3).strip()).collect(Collectors.joining("\n")));
            }
        }
        return comments;
    }

    private String page(Dialect dialect) {
        var page = new StringBuilder("# The `" + dialect.namespace()
            + "` dialect\n\nMade from the definitions of its ops by `tools/reference`; do not edit.\n");
        for (var definition : registry.definitions(dialect)) op(definition, page);
        return page.toString();
    }

    private void op(OpDefinition definition, StringBuilder page) {
        page.append("\n## `").append(definition.name()).append("`\n\n");
        var comment = comments.get(definition.record().getSimpleName());
        if (comment != null) page.append(comment).append("\n\n");
        var format = Annotations.of(definition.record(), Format.class);
        page.append("```\n").append(definition.name()).append(format == null ? " (generic form only)" : " " + format.value()).append("\n```\n");
        if (!definition.parts().isEmpty()) {
            page.append("\n| part | is | must be |\n| --- | --- | --- |\n");
            for (var part : definition.parts()) page.append("| `").append(part.name()).append("` | ").append(kind(part)).append(" | ").append(demand(part)).append(" |\n");
        }
        var traits = definition.traits();
        if (!traits.isEmpty()) page.append("\nTraits: ").append(String.join(", ", traits.stream().map(Class::getSimpleName).toList())).append(".\n");
    }

    private static String kind(Part part) {
        var arity = switch (part.arity()) {
            case ONE -> "";
            case OPTIONAL -> "optional ";
            case VARIADIC -> "variadic ";
        };
        return arity + part.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String demand(Part part) {
        var demands = new ArrayList<String>();
        if (part.codec() != null) demands.add(part.codec().description());
        if (part.constraint() != null) demands.add(part.constraint().description());
        return String.join(", ", demands);
    }
}
