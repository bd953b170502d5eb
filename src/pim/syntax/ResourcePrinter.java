package pim.syntax;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pim.ir.AsmWriter;
import pim.ir.Resources;

/// Writes the `{-# ... #-}` behind a module: the blobs that it refers to and that no side file holds, and where that file is.
final class ResourcePrinter {
    private final PrintOptions options;

    ResourcePrinter(PrintOptions options) {
        this.options = options;
    }

    /// @param used the keys that the program refers to, in the order in which it does
    void print(Collection<String> used, Resources resources, StringBuilder text) {
        Map<String, Map<String, Map<String, String>>> sections = new LinkedHashMap<>();
        var blobs = blobs(used, resources);
        Map<String, Map<String, String>> dialects = new LinkedHashMap<>();
        if (!blobs.isEmpty()) dialects.put(ResourceSection.BUILTIN, blobs);
        resources.foreign().forEach((dialect, texts) -> {
            var shown = new LinkedHashMap<>(texts);
            shown.values().removeIf(blob -> isElided(blob.length() - 2));
            if (!shown.isEmpty()) dialects.put(dialect, shown);
        });
        if (!dialects.isEmpty()) sections.put(ResourceSection.BLOBS, dialects);
        var external = new TreeMap<>(resources.external());
        if (resources.weightFile() != null) {
            var own = new LinkedHashMap<>(external.getOrDefault(ResourceSection.OWN, Map.of()));
            own.put(ResourceSection.WEIGHTS, AsmWriter.text(out -> out.quoted(resources.weightFile())));
            external.put(ResourceSection.OWN, own);
        }
        if (!external.isEmpty()) sections.put(ResourceSection.EXTERNAL, external);
        if (!sections.isEmpty()) text.append("\n{-#\n").append(sections(sections)).append("#-}\n");
    }

    private static String sections(Map<String, Map<String, Map<String, String>>> sections) {
        return nested(sections, 1, groups -> nested(groups, 2, values -> nested(values, 3, value -> value)));
    }

    private static <T> String nested(Map<String, T> entries, int depth, Function<T, String> inner) {
        var pad = "  ".repeat(depth);
        var lines = new ArrayList<String>();
        entries.forEach((key, value) -> {
            var name = AsmWriter.text(out -> out.keywordOrQuoted(key));
            lines.add(pad + name + ": " + (depth == 3 ? inner.apply(value) : "{\n" + inner.apply(value) + pad + "}"));
        });
        return String.join(",\n", lines) + "\n";
    }

    private Map<String, String> blobs(Collection<String> used, Resources resources) {
        if (resources.inline().isEmpty()) return Map.of();
        var blobs = new LinkedHashMap<String, String>();
        for (var key : used) {
            var bytes = resources.inline().get(key);
            if (bytes == null) continue;
            if (isElided(2L * bytes.remaining() + 10)) continue;
            blobs.put(key, "\"0x" + HexFormat.of().withUpperCase().toHexDigits(Integer.reverseBytes(resources.alignment(key))) + hex(bytes) + "\"");
        }
        return blobs;
    }

    private boolean isElided(long digits) {
        return options.elideResources() >= 0 && digits > options.elideResources();
    }

    private static String hex(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().withUpperCase().formatHex(copy);
    }
}
