package pim.dialect.arch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.schema.JsonText;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.dialect.arch.schema.Tree;
import pim.ir.attr.Location;

/// Presets, edited descriptions and the messages about them.
final class AcceleratorFixture {
    private AcceleratorFixture() {}

    /// Diagnostics that fail the test.
    static Diagnostics strict() {
        return new Diagnostics(d -> {
            throw new AssertionError(d.headline());
        });
    }

    static Accelerator preset(String name) {
        return Accelerator.load(name, Path.of(""), strict());
    }

    static Accelerator parse(String text) {
        return Description.read(new SourceText("a.json", text), null, strict()).accelerator();
    }

    /// The messages about a description, none when it is good.
    static List<String> messages(String text, Path folder) {
        var messages = new ArrayList<Diagnostic>();
        try {
            Description.read(new SourceText("a.json", text), folder, new Diagnostics(messages::add));
        } catch (CompileFailure failure) {
            if (messages.isEmpty()) throw new AssertionError("failed without a message", failure);
        }
        return messages.stream().map(Diagnostic::headline).toList();
    }

    /// The text of the preset `tiny` with the value of each key replaced by the JSON after it; null takes the key away.
    static String tiny(String... edits) {
        var tree = JsonText.parse(new SourceText("tiny.json", Presets.ACCELERATORS.text("tiny").text()), strict());
        for (int i = 0; i < edits.length; i += 2) {
            var segments = Tree.segments(edits[i]);
            var at = (Branch) tree;
            for (var segment : segments.subList(0, segments.size() - 1)) {
                at = (Branch) at.members().computeIfAbsent(segment, _ -> new Member(Location.UNKNOWN, Branch.object(Location.UNKNOWN))).value();
            }
            if (edits[i + 1] == null) at.members().remove(segments.getLast());
            else at.members().put(segments.getLast(), new Member(Location.UNKNOWN, JsonText.parse(new SourceText("edit", edits[i + 1]), strict())));
        }
        return JsonText.print(tree);
    }
}
