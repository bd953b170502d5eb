package pim.ir;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import pim.ir.attr.DenseResourceAttr;

/// The values behind `dense_resource<key>` attributes: raw little-endian bytes by key, those of a module's own text and those of a side file.
public final class Resources {
    private static final int DEFAULT_ALIGNMENT = 4;

    private final Map<String, ByteBuffer> inline = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<String, Map<String, String>> external = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> foreign = new TreeMap<>();
    private final Map<String, Integer> alignments = new HashMap<>();
    private String weightFile;
    private Function<String, ByteBuffer> file = _ -> null;

    /// The bytes under `key`, from position 0; null when there are none. What was put here hides what the side file holds.
    public ByteBuffer get(String key) {
        var bytes = inline.get(key);
        if (bytes == null) bytes = file.apply(key);
        return bytes == null ? null : bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    public void put(String key, ByteBuffer bytes) {
        inline.put(key, bytes);
    }

    /// Says that the bytes under `key` are to lie at a multiple of so many.
    public void align(String key, int alignment) {
        alignments.put(key, alignment);
    }

    /// At a multiple of how many bytes those under `key` are to lie.
    public int alignment(String key) {
        return alignments.getOrDefault(key, DEFAULT_ALIGNMENT);
    }

    /// Those that are not in the side file, in the order they were put.
    public Map<String, ByteBuffer> inline() {
        return Collections.unmodifiableMap(inline);
    }

    /// Keeps what a dialect that is not loaded has put beside the program: `text` as it was written, by the dialect's name and a key.
    public void putForeign(String dialect, String key, String text) {
        foreign.computeIfAbsent(dialect, _ -> new LinkedHashMap<>()).put(key, text);
    }

    public Map<String, Map<String, String>> foreign() {
        return Collections.unmodifiableMap(foreign);
    }

    /// Keeps what another tool has put beside the program: `text` as it was written, by the tool's name and a key.
    public void putExternal(String tool, String key, String text) {
        external.computeIfAbsent(tool, _ -> new LinkedHashMap<>()).put(key, text);
    }

    public Map<String, Map<String, String>> external() {
        return Collections.unmodifiableMap(external);
    }

    /// Takes out what the tool has put beside the program; null when that is nothing.
    public Map<String, String> removeExternal(String tool) {
        return external.remove(tool);
    }

    /// The same resources, with `texts` as what the tool has put beside the program.
    public Resources withExternal(String tool, Map<String, String> texts) {
        var copy = copy();
        copy.external.put(tool, texts);
        return copy;
    }

    /// The same resources, which may be named in another way or added to while these stay as they are.
    public Resources copy() {
        var copy = new Resources();
        copy.inline.putAll(inline);
        copy.alignments.putAll(alignments);
        copy.external.putAll(external);
        copy.foreign.putAll(foreign);
        copy.weightFile = weightFile;
        copy.file = file;
        return copy;
    }

    /// The path of the side file as the module's text gives it, relative to the module; null when there is none.
    public String weightFile() {
        return weightFile;
    }

    /// Looks up in `lookup`, from now on, what is not inline. The inline resources are forgotten when they `moved` into the file.
    public void setWeightFile(String path, Function<String, ByteBuffer> lookup, boolean moved) {
        weightFile = path;
        file = lookup;
        if (moved) inline.clear();
    }

    /// The attributes in `top`, wherever in it they stand, that refer to resources, by their keys.
    public static Map<String, DenseResourceAttr> referenced(Operation top) {
        var found = new LinkedHashMap<String, DenseResourceAttr>();
        top.walk(op -> Attributes.visit(op, attribute -> {
            if (attribute instanceof DenseResourceAttr resource) found.putIfAbsent(resource.key(), resource);
        }));
        return found;
    }
}
