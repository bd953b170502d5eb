package pim.rewrite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Replacement;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.attr.UnitAttr;
import pim.ir.type.IntegerType;
import pim.syntax.ModulePrinter;

/// Sums of 64 bits become operations of another dialect on 32 bits.
class TypeConversionTest {
    private static final String CAST = "builtin.unrealized_conversion_cast";
    private final List<String> messages = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(d -> {
        messages.add(d.message());
        d.notes().forEach(note -> messages.add("note: " + note.message()));
    });

    private static TypeConverter narrow() {
        return new TypeConverter().convert(IntegerType.class, type -> type.equals(IntegerType.I64) ? IntegerType.I32 : type);
    }

    private static TypeConverter widen() {
        return new TypeConverter().convert(IntegerType.class, type -> type.equals(IntegerType.I32) ? IntegerType.I64 : type);
    }

    /// The same operation in another dialect, with results of the types that the converter gives.
    private static Replacement renamed(Operation op, String dialect, TypeConverter types, Rewriter rw) {
        var kind = SumProgram.REGISTRY.kind(dialect + op.name().substring(op.name().indexOf('.')));
        return Replacement.of(rw.insert(new Operation(kind, op.operands(), types.of(op.resultTypes()), op.properties(), op.attributes(), List.of(),
            List.of(), op.location())).results());
    }

    private static Pattern rename(String name, String dialect, TypeConverter types) {
        return Pattern.on(name, (op, rw) -> {
            for (var operand : op.operands()) assertTrue(types.isLegal(operand.type()), "an operand has not been converted");
            return renamed(op, dialect, types, rw);
        });
    }

    private static DialectConversion away(Pattern... more) {
        var patterns = new ArrayList<>(List.of(more));
        for (var name : List.of("sum.constant", "sum.add", "sum.negate")) patterns.add(rename(name, "new", narrow()));
        return new DialectConversion(new Legality().illegal("sum").legal("new", "sum.keep", "sum.within"), narrow().byCasts(SumProgram.REGISTRY),
            patterns, DialectConversion.Mode.PARTIAL);
    }

    private static DialectConversion back() {
        var patterns = List.of("new.constant", "new.add", "new.negate").stream().map(name -> rename(name, "sum", widen())).toArray(Pattern[]::new);
        return DialectConversion.partial(new Legality().illegal("new").legal("sum"), patterns).with(widen().byCasts(SumProgram.REGISTRY));
    }

    @Property(tries = 100)
    void usersThatStayGetValuesOfTheFormerType(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        away().convert(program.root(), diagnostics);
        for (var op : program.operations()) {
            assertTrue(op.name().startsWith("new.") || List.of("sum.keep", "sum.within", CAST).contains(op.name()), op.name());
            var expected = op.name().startsWith("new.") ? IntegerType.I32 : IntegerType.I64;
            if (op.name().equals(CAST)) assertTrue(op.result().hasUses(), "a cast that nobody uses");
            else for (var operand : op.operands()) assertEquals(expected, operand.type());
        }
    }

    @Property(tries = 100)
    void thereAndBackIsTheSameProgram(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        var before = program.kept();
        away().convert(program.root(), diagnostics);
        back().convert(program.root(), diagnostics);
        // What was cast there and is cast back now is the value itself.
        var cancel = Pattern.on(CAST, (op, rw) -> op.operand(0).definingOp() != null && op.operand(0).definingOp().name().equals(CAST)
            ? op.operand(0).definingOp().operand(0) : null);
        Greedy.rewrite(program.root(), cancel);
        for (var op : program.operations().reversed()) if (op.name().equals(CAST) && !op.result().hasUses()) op.erase();
        assertEquals(before, program.kept());
        for (var op : program.operations()) assertTrue(op.name().startsWith("sum."), op.name());
    }

    @Property(tries = 100)
    void aConversionThatFailsLeavesTheProgramAsItWas(@ForAll long seed, @ForAll @IntRange(max = 40) int size, @ForAll @IntRange(max = 6) int good) {
        var program = SumProgram.random(seed, size);
        var before = ModulePrinter.print(program.root());
        var left = new int[] {good};
        var refuse = Pattern.on("sum.add", (op, rw) -> {
            rw.setAttribute(op, "seen", UnitAttr.UNIT);
            rw.insert(new Operation(new OpKind.Unregistered("new.scrap"), op.operands(), List.of(), op.properties(), op.attributes(), List.of(),
                List.of(), op.location()));
            return left[0]-- > 0 ? renamed(op, "new", narrow(), rw) : renamed(op, "bad", narrow(), rw);
        });
        var conversion = new DialectConversion(new Legality().illegal("sum", "bad").legal("new", "sum.keep", "sum.within"),
            narrow().byCasts(SumProgram.REGISTRY), List.of(refuse, rename("sum.constant", "new", narrow()), rename("sum.negate", "new", narrow())),
            DialectConversion.Mode.FULL);
        try {
            conversion.convert(program.root(), diagnostics);
            for (var op : program.operations()) assertFalse(op.name().equals("sum.add") || op.name().startsWith("bad."));
        } catch (CompileFailure e) {
            assertEquals(before, ModulePrinter.print(program.root()));
        }
    }

    @Property(tries = 50)
    void anAnalysisSaysWhatCouldBeConvertedAndConvertsNothing(@ForAll long seed, @ForAll @IntRange(max = 40) int size) {
        var program = SumProgram.random(seed, size);
        var before = ModulePrinter.print(program.root());
        var only = DialectConversion.partial(new Legality().legal("new", "sum.keep"), rename("sum.add", "new", narrow()),
            rename("sum.negate", "bad", narrow()).withBenefit(2)).with(narrow().byCasts(SumProgram.REGISTRY));
        var found = new DialectConversion(only.legality().illegal("bad"), only.types(), only.patterns(), only.mode()).analyze(program.root());
        assertEquals(before, ModulePrinter.print(program.root()));
        var expected = program.operations().stream().filter(op -> op.name().equals("sum.add")).toList();
        assertEquals(Set.copyOf(expected), found);
    }

    @Test void aPatternWhoseResultIsNotLegalIsTakenBackAndTheNextOneTried() {
        var root = keepOf(new Sum.Constant(3));
        away(rename("sum.constant", "bad", narrow()).withBenefit(5)).convert(root, diagnostics);
        assertEquals(List.of("bad.constant", CAST, "sum.keep"), names(root), "unknown, so it may stay");
        root = keepOf(new Sum.Constant(3));
        var illegal = away(rename("sum.constant", "bad", narrow()).withBenefit(5));
        illegal.legality().illegal("bad");
        illegal.convert(root, diagnostics);
        assertEquals(List.of("new.constant", CAST, "sum.keep"), names(root));
        illegal.legality().illegal("new");
        assertThrows(CompileFailure.class, () -> illegal.convert(keepOf(new Sum.Constant(3)), diagnostics));
        assertEquals(List.of("failed to legalize operation 'sum.constant' that was explicitly marked illegal",
            "note: pattern 'sum.constant' leaves 'bad.constant', which is not made legal",
            "note: pattern 'sum.constant' leaves 'new.constant', which is not made legal"), messages);
    }

    @Test void withoutAMaterializationAUserThatStaysIsAnError() {
        var root = keepOf(new Sum.Constant(3));
        var before = ModulePrinter.print(root);
        assertThrows(CompileFailure.class, () -> away().with(narrow()).convert(root, diagnostics));
        assertEquals(List.of("failed to legalize unresolved materialization from ('i32') to ('i64') that remained live after conversion",
            "note: see existing live user here: 'sum.keep'"), messages);
        assertEquals(before, ModulePrinter.print(root));
    }

    @Test void anOperandOfATypeThatCannotBeConvertedIsNoMatch() {
        var only32 = new TypeConverter().convert(IntegerType.class, type -> type.equals(IntegerType.I32) ? type : null);
        var root = keepOf(new Sum.Constant(3));
        var conversion = DialectConversion.partial(new Legality().illegal("sum.keep"), rename("sum.keep", "new", only32)).with(only32);
        assertThrows(CompileFailure.class, () -> conversion.convert(root, diagnostics));
        assertEquals(List.of("failed to legalize operation 'sum.keep' that was explicitly marked illegal",
            "note: operand #0 of type 'i64' cannot be converted"), messages);
    }

    @Test void whatIsErasedMustNotBeUsed() {
        var root = keepOf(new Sum.Constant(3));
        var before = ModulePrinter.print(root);
        var erase = Pattern.on("sum.constant", (op, rw) -> {
            rw.erase(op);
            return null;
        });
        assertThrows(CompileFailure.class, () -> DialectConversion.partial(new Legality().illegal("sum.constant"), erase).convert(root, diagnostics));
        assertEquals(List.of("failed to legalize operation 'sum.constant' whose result was erased but is still used",
            "note: see existing live user here: 'sum.keep'"), messages);
        assertEquals(before, ModulePrinter.print(root));
    }

    @Test void theArgumentsOfBlocksAreConvertedWithTheRegion() {
        var inner = new Block();
        var argument = inner.addArgument(IntegerType.I64, Location.UNKNOWN);
        var builder = Builder.atEnd(inner);
        builder.create(new Sum.Keep(List.of(argument, builder.value(new Sum.Negate(argument)))));
        var outer = new Block();
        Builder.atEnd(outer).create(new Sum.Alone(Region.of(inner)));
        var root = OpDefinition.operation(new Sum.Within(Region.of(outer)), Location.UNKNOWN);
        var before = ModulePrinter.print(root);
        var alone = Pattern.on("sum.alone", (op, rw) -> {
            var made = rw.insert(new Operation(new OpKind.Unregistered("new.alone"), List.of(), List.of(), op.properties(), op.attributes(),
                List.of(), List.of(new Region()), op.location()));
            rw.moveBlocks(op.region(0), made.region(0));
            assertTrue(rw.convertArguments(made.region(0).entry(), narrow()));
            return Replacement.NOTHING;
        });
        away(alone).convert(root, diagnostics);
        assertEquals("""
            "sum.within"() ({
              "new.alone"() ({
              ^bb0(%arg0: i32):
                %0 = "builtin.unrealized_conversion_cast"(%arg0) : (i32) -> i64
                %1 = "new.negate"(%arg0) : (i32) -> i32
                %2 = "builtin.unrealized_conversion_cast"(%1) : (i32) -> i64
                "sum.keep"(%0, %2) : (i64, i64) -> ()
              }) : () -> ()
            }) : () -> ()

            """, ModulePrinter.print(root));
        assertTrue(before.contains("^bb0(%arg0: i64)"));
    }

    @Test void aLegalOpMayAnswerForAllWithinIt() {
        var root = OpDefinition.operation(new Sum.Within(Region.of(new Block())), Location.UNKNOWN);
        Builder.atEnd(root.region(0).entry()).insert(keepOf(new Sum.Constant(1)));
        var conversion = away();
        conversion.legality().withRegions("sum.within");
        conversion.convert(root, diagnostics);
        assertEquals(List.of("sum.constant", "sum.keep"), names(root.region(0).entry().first()));
    }

    private static List<String> names(Operation root) {
        var names = new ArrayList<String>();
        root.region(0).walk(op -> names.add(op.name()));
        return names;
    }

    private static Operation keepOf(Sum op) {
        var block = new Block();
        var builder = Builder.atEnd(block);
        Value value = builder.value(op);
        builder.create(new Sum.Keep(List.of(value)));
        return OpDefinition.operation(new Sum.Within(Region.of(block)), Location.UNKNOWN);
    }
}
