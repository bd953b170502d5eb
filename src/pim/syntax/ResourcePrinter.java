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
    /// The characters of `"0x04000000"`, which stand around the digits of a blob.
    private static final int QUOTES_AND_ALIGNMENT = 12;

    private final PrintOptions options;
    /// Whether something was left out; MLIR then opens the section even when nothing stands in it.
    private boolean anyElided;

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
            var shown = shown(texts);
            if (!shown.isEmpty()) dialects.put(dialect, shown);
        });
        if (!dialects.isEmpty()) sections.put(ResourceSection.BLOBS, dialects);
        var external = new TreeMap<String, Map<String, String>>();
        resources.external().forEach((owner, texts) -> {
            var shown = shown(texts);
            if (!shown.isEmpty()) external.put(owner, shown);
        });
        if (resources.weightFile() != null) {
            var own = new LinkedHashMap<>(external.getOrDefault(ResourceSection.OWN, Map.of()));
            own.put(ResourceSection.WEIGHTS, AsmWriter.text(out -> out.quoted(resources.weightFile())));
            external.put(ResourceSection.OWN, own);
        }
        if (!external.isEmpty()) sections.put(ResourceSection.EXTERNAL, external);
        if (!sections.isEmpty()) text.append("\n{-#\n").append(sections(sections)).append("#-}\n");
        else if (anyElided) text.append("\n{-#\n\n#-}\n");
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
            if (isElided(QUOTES_AND_ALIGNMENT + 2L * bytes.remaining())) continue;
            blobs.put(key, "\"0x" + HexFormat.of().withUpperCase().toHexDigits(Integer.reverseBytes(resources.alignment(key))) + hex(bytes) + "\"");
        }
        return blobs;
    }

    private Map<String, String> shown(Map<String, String> texts) {
        var shown = new LinkedHashMap<>(texts);
        shown.values().removeIf(text -> isElided(text.length()));
        return shown;
    }

    private boolean isElided(long characters) {
        boolean elided = options.elideResources() >= 0 && characters > options.elideResources();
        anyElided |= elided;
        return elided;
    }

    private static String hex(ByteBuffer bytes) {
        var copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return HexFormat.of().withUpperCase().formatHex(copy);
    }
}
