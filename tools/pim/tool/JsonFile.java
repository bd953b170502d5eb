package pim.tool;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import pim.tensor.WholeFile;

/// Reports as JSON, for people too.
public final class JsonFile {
    private JsonFile() {}

    public static void write(Path file, Map<String, Object> tree) throws IOException {
        WholeFile.write(file, out -> new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(out, tree));
    }
}
