package pim.dialect.isa.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Memory;
import pim.dialect.graph.ActivationAttr;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Place;
import pim.dialect.inst.Programs;
import pim.dialect.inst.RandomLayers;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure;
import pim.dialect.inst.allocate.InstAllocate;
import pim.dialect.inst.convert.ConvertTileToInst;
import pim.interpret.Interpreters;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.pass.PassContext;
import pim.syntax.ModulePrinter;
import pim.syntax.ModuleReader;
import pim.diagnose.SourceText;
import pim.tensor.Tensor;

/// Machine programs compute the same integers as the programs that they are made of.
class ConvertInstToIsaTest {
    private final ArrayList<String> messages = new ArrayList<>();
    private final Diagnostics diagnostics = new Diagnostics(d -> messages.add(d.message()));

    private Map<String, Tensor> run(Operation module, Map<String, Tensor> inputs, Resources resources) {
        return Interpreters.run(module, inputs, resources, diagnostics);
    }

    /// What cannot be expressed says so; memory that is too small as well.
    @Property(tries = 150, seed = "1", shrinking = ShrinkingMode.OFF)
    void machineProgramsComputeTheSame(@ForAll @IntRange(max = 1 << 30) int seed, @ForAll @IntRange(min = 1, max = 4) int count,
                                       @ForAll @IntRange(min = 1, max = 6) int cores) {
        messages.clear();
        var layers = new RandomLayers(seed, seed + 1, cores, count);
        var context = new PassContext(Registry.standard(), diagnostics, layers.resources);
        layers.setAccelerator(seed % 4 == 0 ? Memory.UNLIMITED : 300 + new Random(seed).nextInt(3000));
        new ConvertTileToInst().run(layers.module, context);
        Map<String, Tensor> expected;
        try {
            new InstAllocate().run(layers.module, context);
            expected = run(layers.module, layers.inputs(seed), layers.resources);
            new ConvertInstToIsa().run(layers.module, context);
        } catch (CompileFailure failure) {
            var message = messages.getLast();
            assertTrue(message.matches("(?s).*(bytes of local memory|softmax|lrn|divides|hard_swish|more than 64 bits|first of which).*"), message);
            Statistics.collect("cannot be expressed or does not fit");
            return;
        }
        assertTrue(Verifier.verify(layers.module, diagnostics), messages::toString);
        assertEquals(expected, run(layers.module, layers.inputs(seed), layers.resources), messages::toString);
        var text = ModulePrinter.print(layers.module);
        var read = ModuleReader.read(new SourceText("program.mlir", text), Registry.standard(), diagnostics, false).top();
        assertEquals(text, ModulePrinter.print(read));
        Statistics.collect("equal");
    }

    private static int fraction(Random random, int bits) {
        return random.nextInt(bits + 4) - 2;
    }

    private static Fixed numbers(Random random, int bits) {
        return new Fixed(bits, fraction(random, bits));
    }

    /// Of 32 bits, or of 64 of which many may be lost.
    private static Fixed sums(Random random, Fixed to) {
        return random.nextBoolean() ? new Fixed(32, to.fraction() + random.nextInt(7) - 3) : new Fixed(64, to.fraction() + random.nextInt(66) - 3);
    }

    private static FnAttr function(Random random) {
        int bits = random.nextBoolean() ? 8 : 16;
        var to = numbers(random, bits);
        var a = numbers(random, random.nextBoolean() ? bits : 32);
        var b = numbers(random, random.nextInt(4) > 0 ? bits : 8);
        return switch (random.nextInt(9)) {
            case 0 -> {
                var sums = numbers(random, random.nextBoolean() ? 32 : 64);
                int width = sums.bits() == 64 && random.nextBoolean() ? 32 : 16;
                yield FnAttr.of(FnAttr.Kind.ACCUMULATE, sums, new Fixed(width, sums.fraction() + random.nextInt(8) - 4), sums);
            }
            case 1 -> FnAttr.of(FnAttr.Kind.REQUANTIZE, new Fixed(random.nextBoolean() ? 32 : 64, random.nextInt(70) - 20), to)
                .with(piecewise(random));
            case 2 -> FnAttr.of(FnAttr.Kind.ACTIVATE, a, to).with(Optional.of(activation(random)));
            case 3 -> FnAttr.of(FnAttr.Kind.ADD, numbers(random, bits), b, to);
            case 4 -> FnAttr.of(FnAttr.Kind.SUB, numbers(random, bits), b, to);
            case 5 -> FnAttr.of(FnAttr.Kind.MUL, numbers(random, bits), b, to);
            case 6 -> FnAttr.of(FnAttr.Kind.MAX, to, to, to);
            case 7 -> FnAttr.of(FnAttr.Kind.AVERAGE, sums(random, to), to).with((double) 1 + random.nextInt(20));
            default -> FnAttr.of(FnAttr.Kind.MEAN, numbers(random, bits), to);
        };
    }

    private static Optional<ActivationAttr> piecewise(Random random) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(switch (random.nextInt(3)) {
            case 0 -> ActivationAttr.RELU;
            case 1 -> ActivationAttr.clip(random.nextGaussian(), random.nextGaussian());
            default -> ActivationAttr.leakyRelu(random.nextGaussian());
        });
    }

    private static ActivationAttr activation(Random random) {
        return random.nextBoolean() ? piecewise(random).orElse(ActivationAttr.TANH) : ActivationAttr.SIGMOID;
    }

    /// Of any function of any vector, the extreme numbers among its elements, whatever space there is for scratch.
    @Property(tries = 1500, seed = "77", shrinking = ShrinkingMode.OFF)
    void functionsComputeTheSame(@ForAll @IntRange(max = 1 << 30) int seed) {
        messages.clear();
        var random = new Random(seed);
        var fn = function(random);
        int length = 1 + random.nextInt(40);
        // Sums that fit.
        int spare = fn.kind() == FnAttr.Kind.ACCUMULATE ? 2 : 0;
        long[] a = new long[length], b = new long[length];
        for (int i = 0; i < length; i++) {
            a[i] = value(random, fn.a().bits() - spare);
            if (fn.b().isPresent()) b[i] = value(random, fn.b().get().bits());
        }
        Statistics.collect(computesTheSame(fn, a, b, 2000 + random.nextInt(4000)) ? fn.kind() : "refused");
    }

    /// The sums that have no sum above or below them, of which half of the last bit is to be added.
    @Test void theLargestSumsAreRounded() {
        var sums = new long[] {Long.MAX_VALUE, Long.MAX_VALUE - 1, Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1};
        for (var to : new Fixed[] {new Fixed(8, 2), new Fixed(16, 2)}) {
            for (int fraction = -18; fraction <= 66; fraction++) {
                var requantize = FnAttr.of(FnAttr.Kind.REQUANTIZE, new Fixed(64, fraction), to);
                assertTrue(computesTheSame(requantize, sums, null, 6000), messages::toString);
                assertTrue(computesTheSame(requantize.with(Optional.of(ActivationAttr.RELU)), sums, null, 6000), messages::toString);
                var average = FnAttr.of(FnAttr.Kind.AVERAGE, new Fixed(64, fraction), to).with(3.0);
                assertTrue(computesTheSame(average, sums, null, 6000), messages::toString);
            }
        }
    }

    /// Whether the function of vectors can be expressed; if so, it must give the same numbers.
    private boolean computesTheSame(FnAttr fn, long[] x, long[] y, int memory) {
        int length = x.length, results = (int) fn.results(length);
        var program = new Programs();
        var out = program.memory("y", Structure.Role.OUTPUT, results, 1, 1);
        var core = program.core(0);
        var result = core.alloc((long) results * fn.to().bytes());
        var a = vector(core, x, fn.a());
        var b = fn.b().map(numbers -> vector(core, y, numbers)).orElse(null);
        if (b == null) core.vec(fn, result, a, length);
        else core.vec(fn, result, a, b, length);
        boolean sums = fn.to().bits() > 16;
        var narrow = sums ? core.alloc(2L * results) : result;
        // The interpreter's outputs here are of 16 bits: what is wider or narrower is seen through its low bytes.
        if (fn.to().bits() == 8) narrow = narrow8(core, result, results);
        if (sums) for (int i = 0; i < results; i++) {
            core.copy(narrow.plus(2L * i), result.plus((long) i * fn.to().bytes()), Span.of(2));
        }
        core.store(out, narrow, 2L * results);
        program.setAccelerator(memory);
        var context = new PassContext(Registry.standard(), diagnostics, program.resources);
        Map<String, Tensor> expected;
        try {
            new InstAllocate().run(program.module, context);
            expected = run(program.module, Map.of(), program.resources);
            new ConvertInstToIsa().run(program.module, context);
        } catch (CompileFailure failure) {
            assertTrue(messages.getLast().matches("(?s).*(bytes of local memory|more than 64 bits|does not fit 32).*"), fn + ": " + messages);
            return false;
        }
        assertEquals(expected, run(program.module, Map.of(), program.resources), () -> fn + ": " + messages);
        return true;
    }

    private static Place.Local vector(CoreBuilder core, long[] values, Fixed numbers) {
        var at = core.alloc((long) values.length * numbers.bytes());
        for (int i = 0; i < values.length; i++) core.write(at.plus((long) i * numbers.bytes()), 1, values[i], numbers.bytes());
        return at;
    }

    private static Place.Local narrow8(CoreBuilder core, Place.Local from, int count) {
        var wide = core.alloc(2L * count);
        core.write(wide, count, 0, 2);
        for (int i = 0; i < count; i++) core.copy(wide.plus(2L * i), from.plus(i), Span.of(1));
        return wide;
    }

    private static long value(Random random, int bits) {
        long least = -1L << bits - 1;
        return switch (random.nextInt(6)) {
            case 0 -> least;
            case 1 -> ~least;
            case 2 -> random.nextInt(3) - 1;
            default -> random.nextLong() >> Long.SIZE - 1 - random.nextInt(bits);
        };
    }
}
