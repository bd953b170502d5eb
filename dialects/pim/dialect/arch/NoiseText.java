package pim.dialect.arch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.diagnose.Spelling;
import pim.dialect.arch.schema.JsonText;
import pim.dialect.arch.schema.RecordReader;
import pim.dialect.arch.schema.Tree;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.dialect.arch.schema.Tree.Scalar;
import pim.ir.attr.Location;

/// Noise as a command line says it: a model or a JSON file with the keys of [Noise], then values of its keys: `mnsim,adc=8,read-noise=0.01`. A dash
/// stands for the underscore of a key; `stuck` is half of it low and half of it high.
public final class NoiseText {
    private static final String STUCK = "stuck", LOW = "stuck_low", HIGH = "stuck_high";

    private final String text, option;
    private final Diagnostics diagnostics;
    private final Set<String> given = new HashSet<>();
    private Branch tree;

    private NoiseText(String text, String option, Diagnostics diagnostics) {
        this.text = text;
        this.option = option;
        this.diagnostics = diagnostics;
        tree = Branch.object(at(0));
    }

    /// @param option    where the text comes from, for messages
    /// @param directory what the path of a file starts from
    /// @throws pim.diagnose.CompileFailure when it says no noise; what is wrong has been reported
    public static Noise read(String text, String option, Path directory, Diagnostics diagnostics) {
        diagnostics.addSource(new SourceText(option, text));
        var reader = new NoiseText(text, option, diagnostics);
        int at = 0;
        for (var item : text.split(",", -1)) {
            if (item.indexOf('=') > 0) reader.value(item, at);
            else if (at == 0) reader.tree = reader.model(item, directory);
            else throw diagnostics.failure(reader.at(at), "expected KEY=VALUE, got '" + item + "'");
            at += item.length() + 1;
        }
        return RecordReader.read(Noise.SCHEMA, reader.tree, diagnostics);
    }

    private Location at(int column) {
        return new Location.File(option, 1, column + 1);
    }

    private Branch model(String name, Path directory) {
        var model = Presets.NOISE.text(name);
        if (model == null && (name.isEmpty() || !Files.exists(directory.resolve(name)))) {
            throw diagnostics.failure(at(0), "neither KEY=VALUE nor a model of noise (" + String.join(", ", Noise.models()) + ") nor a file: '" + name
                + "'" + Spelling.suggestion(name, Noise.models()));
        }
        var source = model != null ? model : Description.text(directory.resolve(name), name, diagnostics);
        var read = JsonText.parse(source, diagnostics);
        if (read instanceof Branch object && !object.list()) return object;
        throw diagnostics.failure(read.location(), "expected an object with the noise, got " + read.describe());
    }

    private void value(String item, int at) {
        int equals = item.indexOf('=');
        var key = item.substring(0, equals).replace('-', '_');
        var place = at(at + equals + 1);
        var value = scalar(item.substring(equals + 1));
        if (!key.equals(STUCK)) {
            put(key, at, new Scalar(place, value));
            return;
        }
        double share = value instanceof Number n ? n.doubleValue() : -1;
        if (!(share >= 0 && share <= 1)) throw diagnostics.failure(place, "'stuck' expects a number from 0 to 1, got " + item.substring(equals + 1));
        put(LOW, at, new Scalar(place, share / 2));
        put(HIGH, at, new Scalar(place, share / 2));
    }

    /// A value replaces that of the model, but not another one of the text.
    private void put(String key, int at, Scalar value) {
        if (!given.add(key)) throw diagnostics.failure(at(at), "'" + key + "' is given twice");
        tree.members().put(key, new Member(at(at), value));
    }

    private static Object scalar(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException _) {
            try {
                return Double.valueOf(text);
            } catch (NumberFormatException _) {
                return text;
            }
        }
    }
}
