package pim.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

class DialectConversionTest {
    private final List<Diagnostic> reported = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(reported::add);

    private static final Pattern NEGATE = Pattern.on(Sum.Negate.class, (op, rw) -> rw.insert(make("new.negate", List.of(op.input()), IntegerType.I32))
        .result());
    private static final Pattern ADD = Pattern.on(Sum.Add.class, (op, rw) -> rw.insert(make("new.add", List.of(op.lhs(), op.rhs()), IntegerType.I32))
        .result());

    @Property(tries = 100)
    void afterwardsNothingIllegalIsLeftAndPatternsSawConvertedOperands(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        int count = program.count();
        var constant = Pattern.on(Sum.Constant.class, (op, rw) -> rw.insert(make("new.constant", List.of(), IntegerType.I32)).result());
        var add = Pattern.on(Sum.Add.class, (op, rw) -> {
            for (var operand : rw.matched().operands()) {
                assertTrue(operand.definingOp() == null || operand.type().equals(IntegerType.I32), "an operand has not been converted");
                assertEquals(IntegerType.I64, rw.originalType(operand));
            }
            return ADD.rule().rewrite(rw.matched(), rw);
        });
        DialectConversion.partial(new Legality().illegal("sum").legal("new", "sum.keep", "sum.within"), constant, add, NEGATE).convert(program.root(),
            diagnostics);
        assertEquals(count, program.count());
        for (var op : program.operations()) assertTrue(op.name().startsWith("new.") || op.name().equals("sum.keep") || op.name().equals("sum.within"),
            op.name());
    }

    @Test void whatIsLeftIllegalIsAnErrorAtItsPlaceWithTheReason() {
        var root = within(new Sum.Constant(1), Location.named("here"));
        var picky = Pattern.on(Sum.Constant.class, (op, rw) -> rw.mismatch("only zero can be converted"));
        assertThrows(CompileFailure.class, () -> DialectConversion.partial(new Legality().illegal("sum.constant"), picky).convert(root, diagnostics));
        var place = Location.named("here");
        assertEquals(List.of(Diagnostic.error(place, "failed to legalize operation 'sum.constant' that was explicitly marked illegal",
            Diagnostic.note(place, "only zero can be converted"))), reported);
    }

    @Test void aFullConversionWantsAVerdictOnEverything() {
        var legality = new Legality().legal("other");
        DialectConversion.partial(legality).convert(within(new Sum.Constant(1), Location.UNKNOWN), diagnostics);
        assertThrows(CompileFailure.class, () -> DialectConversion.full(legality).convert(within(new Sum.Constant(1), Location.UNKNOWN),
            diagnostics));
        assertEquals("failed to legalize operation 'sum.constant'", reported.getFirst().message());
    }

    @Test void legalityMayDependOnTheOperation() {
        var legality = new Legality().legalWhen("sum", op -> !(op.op() instanceof Sum.Constant(var value) && value < 0));
        var flip = Pattern.on(Sum.Constant.class, (op, rw) -> rw.value(new Sum.Constant(-op.value())));
        var root = within(new Sum.Constant(-5), Location.UNKNOWN);
        DialectConversion.partial(legality, flip).convert(root, diagnostics);
        assertEquals(new Sum.Constant(5), root.region(0).entry().first().op());
    }

    @Test void whatAPatternInsertsIsConvertedInItsTurn() {
        var legality = new Legality().legalWhen("sum", op -> op.op() instanceof Sum.Constant(var value) && value == 0);
        var less = Pattern.on(Sum.Constant.class, (op, rw) -> rw.value(new Sum.Constant(op.value() - 1)));
        var root = within(new Sum.Constant(20), Location.UNKNOWN);
        DialectConversion.partial(legality, less).convert(root, diagnostics);
        assertEquals(new Sum.Constant(0), root.region(0).entry().first().op());
        assertThrows(CompileFailure.class, () -> DialectConversion.partial(legality, less).convert(within(new Sum.Constant(-1), Location.UNKNOWN),
            diagnostics));
        assertEquals("failed to legalize operation 'sum.constant': its conversion does not come to an end", reported.getFirst().message());
    }

    private static Operation within(Sum op, Location location) {
        var block = new Block();
        var builder = Builder.atEnd(block);
        builder.setLocation(location);
        builder.create(op);
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }

    private static Operation make(String name, List<Value> operands, Type type) {
        return new Operation(new OpKind.Unregistered(name), operands, List.of(type), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), List.of(),
            Location.UNKNOWN);
    }
}
