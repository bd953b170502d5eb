package pim.dialect.arch;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.diagnose.Spelling;
import pim.dialect.arch.schema.JsonText;
import pim.dialect.arch.schema.RecordReader;
import pim.dialect.arch.schema.RecordWriter;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree;
import pim.ir.attr.Location;
import pim.tensor.WholeFile;

/// An accelerator and the file it was read from.
public record Description(Accelerator accelerator, Tree tree) {
    private static final String TABLE = "network.json";

    /// The description of a preset or, if there is no such preset, in a file.
    ///
    /// @throws CompileFailure when there is none or it has errors; all of them have been reported
    public static Description load(String presetOrPath, Path directory, Diagnostics diagnostics) {
        var preset = Presets.ACCELERATORS.text(presetOrPath);
        if (preset != null) return read(preset, null, diagnostics);
        var path = directory.resolve(presetOrPath);
        if (!Files.exists(path)) {
            throw diagnostics.failure(start(presetOrPath), "neither a preset (" + String.join(", ", Presets.ACCELERATORS.names()) + ") nor a file"
                + Spelling.suggestion(presetOrPath, Presets.ACCELERATORS.names()));
        }
        return read(text(path, presetOrPath, diagnostics), path.toAbsolutePath().getParent(), diagnostics);
    }

    /// The description in a text.
    ///
    /// @param folder what the path of a network table starts from; null where no table can be
    public static Description read(SourceText source, Path folder, Diagnostics diagnostics) {
        int before = diagnostics.errorCount();
        var tree = JsonText.parse(source, diagnostics);
        var written = RecordReader.read(Accelerator.SCHEMA, tree, diagnostics);
        if (diagnostics.errorCount() > before) throw new CompileFailure("the description has errors");
        var description = new Description(written, tree);
        return written.chip().network().table().isEmpty() ? description : NetworkTable.takeIn(description, folder, diagnostics);
    }

    /// The accelerator as a description that reads back the same. A table of the network becomes a list of the links that are not as computed.
    public static String write(Accelerator accelerator) {
        return JsonText.print(RecordWriter.write(Accelerator.SCHEMA, accelerator));
    }

    /// Writes the accelerator into `folder` for the simulator: `config.json`, and the costs of all pairs of places in `network.json` beside it.
    public static void writeForSimulator(Accelerator accelerator, Path folder) throws IOException {
        var tree = RecordWriter.write(Accelerator.SCHEMA, accelerator);
        var network = (Branch) ((Branch) tree.get("chip_config")).get("network_config");
        network.members().put("net_config_file_path", new Tree.Member(Location.UNKNOWN, new Tree.Scalar(Location.UNKNOWN, TABLE)));
        WholeFile.write(folder.resolve(TABLE), out -> NetworkTable.write(accelerator.chip(), out));
        WholeFile.write(folder.resolve("config.json"), out -> out.write(JsonText.print(tree).getBytes(StandardCharsets.UTF_8)));
    }

    /// The place of the value of `key`, or of what comes nearest above it when the key is not given.
    public Location location(String key) {
        return nearest(key, new int[1]).location();
    }

    /// Whether the file has the key, or leaves its value to the default.
    public boolean gives(String key) {
        var depth = new int[1];
        nearest(key, depth);
        return depth[0] == Tree.segments(key).size();
    }

    /// What stands at `key` or nearest above it, and how many names of the key lead there.
    private Tree nearest(String key, int[] depth) {
        var at = tree;
        for (var segment : Tree.segments(key)) {
            if (!(at instanceof Branch branch) || branch.get(segment) == null) break;
            at = branch.get(segment);
            depth[0]++;
        }
        return at;
    }

    /// The text of the file at `path`, which the user calls `name`.
    static SourceText text(Path path, String name, Diagnostics diagnostics) {
        try {
            return new SourceText(name, Files.readString(path));
        } catch (NoSuchFileException e) {
            throw diagnostics.failure(start(name), "no such file");
        } catch (CharacterCodingException e) {
            throw diagnostics.failure(start(name), "not UTF-8 text");
        } catch (IOException e) {
            throw diagnostics.failure(start(name), "cannot be read: " + e.getMessage());
        }
    }

    private static Location start(String file) {
        return new Location.File(file, 1, 1);
    }
}
