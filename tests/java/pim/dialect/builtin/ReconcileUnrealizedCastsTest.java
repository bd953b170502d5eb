package pim.dialect.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.define.Verifier;
import pim.dialect.builtin.Builtin.UnrealizedConversionCast;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.OpKind;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.IntegerType;
import pim.pass.PassContext;

class ReconcileUnrealizedCastsTest {
    private static final List<IntegerType> TYPES = List.of(IntegerType.I64, IntegerType.I32, IntegerType.I1);

    /// What a value is a cast of, whatever lies between; casts of one value to one type are the same.
    private static String meaning(Value value, Map<Value, String> roots) {
        if (value.op() instanceof UnrealizedConversionCast(var inputs, var _)) return meaning(inputs.getFirst(), roots);
        return roots.get(value);
    }

    @Property(tries = 100)
    void usersSeeTheSameValuesAndNoCastLeadsBack(@ForAll long seed, @ForAll @IntRange(min = 1, max = 30) int size) {
        var random = new Random(seed);
        var block = new Block();
        var builder = Builder.atEnd(block);
        var values = new ArrayList<Value>();
        var roots = new HashMap<Value, String>();
        for (var type : TYPES) {
            values.add(block.addArgument(type, Location.UNKNOWN));
            roots.put(values.getLast(), "root " + type);
        }
        for (int i = 0; i < size; i++) {
            var input = values.get(random.nextInt(values.size()));
            values.add(builder.value(new UnrealizedConversionCast(List.of(input), List.of(TYPES.get(random.nextInt(TYPES.size()))))));
        }
        var used = List.of(values.get(random.nextInt(values.size())), values.getLast());
        var user = builder.insert(new Operation(new OpKind.Unregistered("some.user"), used, List.of(), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY,
            List.of(), List.of(), Location.UNKNOWN));
        var module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(new Block())),
            Location.UNKNOWN);
        Builder.atEnd(module.region(0).entry()).insert(new Operation(new OpKind.Unregistered("some.function"), List.of(), List.of(),
            DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), List.of(Region.of(block)), Location.UNKNOWN));
        var before = used.stream().map(value -> meaning(value, roots) + " as " + value.type()).toList();

        var diagnostics = new Diagnostics(d -> {
            throw new AssertionError(d.message());
        });
        new ReconcileUnrealizedCasts().run(module, new PassContext(Registry.standard(), diagnostics, new Resources()));

        assertEquals(before, user.operands().stream().map(value -> meaning(value, roots) + " as " + value.type()).toList());
        assertTrue(Verifier.verify(module, diagnostics));
        for (var op : block) {
            if (!(op.op() instanceof UnrealizedConversionCast cast)) continue;
            assertNull(cast.shortcut(), "a cast that leads back is left");
            assertTrue(op.result().hasUses(), "a cast that nobody uses is left");
        }
    }
}
