package pim.tool.lit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import pim.tensor.WholeFile;

/// The results as JSON, with the keys of LLVM's lit.
final class JsonReport {
    private JsonReport() {}

    static void write(Path file, Map<TestCase, Result> results, double seconds) throws IOException {
        var mapper = new ObjectMapper();
        var root = mapper.createObjectNode();
        root.put("elapsed", seconds);
        var tests = root.putArray("tests");
        results.forEach((test, result) -> {
            if (result.code() == Result.Code.EXCLUDED || result.code() == Result.Code.SKIPPED) return;
            tests.addObject().put("name", test.name()).put("code", result.code().name()).put("output", result.output())
                .put("elapsed", result.elapsed().toNanos() / 1e9);
        });
        WholeFile.write(file, out -> out.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(root)));
    }
}
