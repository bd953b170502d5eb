package pim.define;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Traits.Terminator;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.rewrite.Sum;
import pim.rewrite.SumProgram;

/// What only a pass can get wrong: text with such a mistake is not even read.
class VerifierTest {
    private final Block block = new Block();
    private final Builder builder = Builder.atEnd(block);

    /// The messages, each with its notes behind it, on an operation that holds the block and these.
    private List<String> messages(Block... more) {
        var region = Region.of(block);
        for (var other : more) region.append(other);
        for (var each : region.blocks()) if (each.last() == null || !(each.last().op() instanceof Terminator)) end(each);
        var messages = new ArrayList<String>();
        var diagnostics = new Diagnostics(d -> {
            messages.add(d.message());
            d.notes().forEach(note -> messages.add(note.message()));
        });
        assertFalse(Verifier.verify(OpDefinition.operation(new Sum.Within(region), Location.UNKNOWN), SumProgram.REGISTRY, diagnostics));
        return messages;
    }

    private static Region ended(Block block) {
        end(block);
        return Region.of(block);
    }

    private static void end(Block block) {
        Builder.atEnd(block).create(new Sum.Stop());
    }

    @Test void anIsolatedRegionUsesNothingFromOutside() {
        var value = builder.value(new Sum.Constant(1));
        var inner = new Block();
        Builder.atEnd(inner).create(new Sum.Keep(List.of(value)));
        builder.create(new Sum.Alone(ended(inner)));
        assertEquals(List.of("'sum.keep' op using value defined outside the region", "required by region isolation constraints"), messages());
    }

    @Test void aValueIsNotSeenOutsideOfItsRegion() {
        var inner = new Block();
        var argument = inner.addArgument(IntegerType.I64, Location.UNKNOWN);
        var value = Builder.atEnd(inner).value(new Sum.Constant(1));
        builder.create(new Sum.Within(ended(inner)));
        builder.create(new Sum.Keep(List.of(value, argument)));
        assertEquals(List.of("'sum.keep' op operand #0 does not dominate this use", "operand defined here (op in another region)",
            "'sum.keep' op operand #1 does not dominate this use",
            "operand defined as a block argument (not in a parent region of the use)"), messages());
    }

    @Test void branchesStayInTheirRegion() {
        var elsewhere = new Block();
        builder.create(new Sum.Within(ended(elsewhere)));
        var end = new Block();
        Builder.atEnd(end).create(new Sum.Branch(List.of(), elsewhere));
        builder.create(new Sum.Branch(List.of(), end));
        assertEquals(List.of("'sum.branch' op branches to a block of another region"), messages(end));
    }
}
