package pim.tool.pimc;

import java.io.IOException;
import java.nio.file.Path;
import pim.tensor.WholeFile;
import pim.tool.ScratchFolder;
import pim.tool.zoo.Zoo;

/// The network of a command as a file: one of the user, or one of the zoo, which is there until it is closed.
///
/// @param folder that goes with it; null where the file is the user's
record ModelFile(Path path, ScratchFolder folder) implements AutoCloseable {
    static ModelFile ofUser(Path path) {
        return new ModelFile(path, null);
    }

    static ModelFile ofZoo(String name, long seed) throws IOException {
        var folder = ScratchFolder.create("pimlico-" + name + "-");
        try {
            var path = folder.path().resolve(name + ".onnx");
            WholeFile.write(path, Zoo.build(name, seed)::writeTo);
            return new ModelFile(path, folder);
        } catch (Throwable e) {
            folder.close();
            throw e;
        }
    }

    @Override public void close() throws IOException {
        if (folder != null) folder.close();
    }
}
