package pim.tool.reference;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import pim.tensor.WholeFile;
import pim.tool.Streams;
import pim.tool.Tool;

/// `reference`: writes the reference page of each dialect beside its sources.
public record ReferenceTool() implements Tool {
    @Override public String name() {
        return "reference";
    }

    @Override public int run(List<String> arguments, Streams io) throws IOException {
        if (!arguments.isEmpty()) {
            boolean help = arguments.contains("--help");
            (help ? io.out() : io.err()).println("usage: reference   writes dialects/pim/dialect/*/REFERENCE.md from the definitions of the ops");
            return help ? 0 : 2;
        }
        var pages = Reference.pages(Path.of(System.getProperty("pimlico.root", ".")).resolve("dialects"));
        for (var page : pages.entrySet()) WholeFile.write(page.getKey(), out -> out.write(page.getValue().getBytes(StandardCharsets.UTF_8)));
        return 0;
    }
}
