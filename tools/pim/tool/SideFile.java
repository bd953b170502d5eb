package pim.tool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.type.FloatType;
import pim.tensor.MalformedFileException;
import pim.tensor.Storage;
import pim.tensor.WeightFile;

/// The file beside a module's text that holds the values of its `dense_resource` attributes.
public final class SideFile {
    private static final String EXTENSION = ".safetensors";

    private SideFile() {}

    /// Makes the values in the side file that the text of `module` names known to `resources`; nothing where it names none.
    ///
    /// @throws IOException if the file cannot be read, or is damaged
    public static void open(Path module, Resources resources) throws IOException {
        if (resources.weightFile() == null) return;
        var path = module.resolveSibling(resources.weightFile());
        if (!Files.isRegularFile(path)) {
            throw new MalformedFileException(path, "there is no such weight file, which " + module.getFileName() + " names");
        }
        link(resources, resources.weightFile(), WeightFile.open(path), false);
    }

    /// Writes all values that `top` refers to beside `module`, under its name with another extension; from then on `resources` looks them up there.
    /// A module without any gets no file.
    ///
    /// @throws IOException if it cannot be written; nothing is half written then
    public static void write(Operation top, Resources resources, Path module) throws IOException {
        var stored = collect(top, resources);
        if (stored.isEmpty()) return;
        // Then the module cannot be written, and its values would lie there alone.
        if (Files.isDirectory(module)) throw new FileSystemException(module.toString(), null, "Is a directory");
        var file = module.getFileName().toString();
        var name = file.replaceFirst("\\.mlir$", "") + EXTENSION;
        var path = module.resolveSibling(name);
        WeightFile.writeStored(path, stored);
        link(resources, name, WeightFile.open(path), true);
    }

    /// The values that `top` refers to, by their keys.
    public static Map<String, WeightFile.Stored> collect(Operation top, Resources resources) {
        var stored = new LinkedHashMap<String, WeightFile.Stored>();
        Resources.referenced(top).values().forEach(resource -> add(resource, resources, stored));
        return stored;
    }

    /// Lets `resources`, whose side file stands beside `module`, name it as the text of `other` has to; nothing where there is no side file.
    ///
    /// @throws IOException if the file cannot be read, or is damaged
    public static void refer(Path module, Path other, Resources resources) throws IOException {
        if (resources.weightFile() == null) return;
        var file = module.toAbsolutePath().resolveSibling(resources.weightFile()).normalize();
        var name = other.toAbsolutePath().normalize().getParent().relativize(file).toString().replace('\\', '/');
        if (!name.equals(resources.weightFile())) link(resources, name, WeightFile.open(file), false);
    }

    private static void link(Resources resources, String name, WeightFile file, boolean moved) {
        var names = file.names();
        resources.setWeightFile(name, key -> names.contains(key) ? file.bytes(key) : null, moved);
    }

    private static void add(DenseResourceAttr resource, Resources resources, Map<String, WeightFile.Stored> stored) {
        var bytes = resources.get(resource.key());
        // what has no value stays a name, as it was when the module was read
        if (bytes == null || stored.containsKey(resource.key())) return;
        stored.put(resource.key(), new WeightFile.Stored(storage(resource, bytes), resource.type().shape().toInts(), out -> Channels.newChannel(out)
            .write(bytes.duplicate())));
    }

    /// Whatever a dialect calls the elements, they are floats or integers of as many bytes as there are for each.
    private static Storage storage(DenseResourceAttr resource, ByteBuffer bytes) {
        long count = resource.type().shape().elementCount();
        int width = count == 0 ? 1 : (int) (bytes.remaining() / count);
        boolean floats = resource.type().element() instanceof FloatType;
        for (var storage : Storage.values()) {
            boolean isFloat = storage == Storage.F32 || storage == Storage.F64 || storage == Storage.F16;
            if (storage.bytes() == width && isFloat == floats && width * count == bytes.remaining()) return storage;
        }
        throw new IllegalArgumentException("the resource '" + resource.key() + "' has " + bytes.remaining() + " bytes, which do not hold "
            + resource.type());
    }
}
