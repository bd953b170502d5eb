package pim.dialect.tile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.define.SymbolName;
import pim.define.Verifier;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.ArrayCount;
import pim.dialect.arch.Chip;
import pim.dialect.arch.Core;
import pim.dialect.arch.Crossbar;
import pim.dialect.arch.MatrixUnit;
import pim.dialect.builtin.Builtin;
import pim.dialect.func.Func;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.RankedTensorType;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Random accelerators and programs of convolutions.
final class TileFixture {
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), strict());

    private TileFixture() {}

    /// Diagnostics that fail the test.
    static Diagnostics strict() {
        return new Diagnostics(d -> {
            throw new AssertionError(d.headline());
        });
    }

    static Accelerator accelerator(int cores, int arrays, int rows, int columns, int cellBits, ArrayCount are, int granularity) {
        var chip = TINY.chip();
        var core = chip.core();
        var unit = core.matrixUnit();
        var crossbar = new Crossbar(rows, columns, cellBits, unit.crossbar().latency(), unit.crossbar().readPower(), 0, unit.crossbar().cell());
        var matrix = new MatrixUnit(arrays, are, granularity, unit.weightBits(), unit.signedWeights(), unit.period(), unit.pipelined(), crossbar,
            unit.dac(), unit.adc(), unit.adcClips(), unit.sampleHold(), unit.shiftAdder(), unit.inputBuffer(), unit.outputBuffer());
        var changed = new Core(core.period(), matrix, core.vectorUnit(), core.localMemory(), core.reorderBuffer(), core.execution(),
            core.globalMemoryId(), core.controller(), core.fetch(), core.decode(), core.decodeOffset(), core.registers(),
            core.scalarUnit(), core.transferUnit());
        var all = new Chip(cores, changed, chip.globalMemory(), chip.network(), chip.communication(), chip.globalMemoryId());
        return TINY.with(all, TINY.chips()).withoutSources();
    }

    /// An accelerator with few small arrays, of either way of counting them.
    static Accelerator accelerator(Random random) {
        var are = random.nextBoolean() ? ArrayCount.LOGICAL : ArrayCount.PHYSICAL;
        int cellBits = 1 << random.nextInt(4), granularity = 1 + random.nextInt(3);
        int least = are == ArrayCount.LOGICAL ? granularity : (32 / cellBits + granularity) / granularity * granularity;
        int arrays = least * (1 + random.nextInt(4));
        return accelerator(1 + random.nextInt(12), arrays, 4 + random.nextInt(40), 4 + random.nextInt(40), cellBits, are, granularity);
    }

    /// A program of the accelerator, its function as `layers` fills it.
    static Operation program(Accelerator accelerator, Consumer<Builder> layers) {
        var body = new Block();
        layers.accept(Builder.atEnd(body));
        Builder.atEnd(body).create(new Func.Return(List.of()));
        var top = new Block();
        var types = body.arguments().stream().map(a -> a.type()).toList();
        var type = new TypeAttr(new FunctionType(types, List.of()));
        var name = new SymbolName("main");
        Builder.atEnd(top).create(new Func.Function(name, type, Optional.empty(), Optional.empty(), Optional.empty(), Region.of(body)));
        var module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), Location.UNKNOWN);
        module.setAttribute(Accelerator.ATTRIBUTE, accelerator.toAttribute());
        return module;
    }

    /// Adds a convolution of an input of its own.
    static Operation convolution(Builder builder, Random random) {
        long groups = random.nextInt(3) == 0 ? 1 + random.nextInt(9) : 1;
        var weights = new Unfolding(1 + random.nextInt(12), 1 + random.nextInt(12), 1 + random.nextInt(3), 1 + random.nextInt(3), groups);
        return convolution(builder, weights, switch (random.nextInt(4)) {
            case 0 -> Optional.of(weights.format(weights.inputs()));
            case 1 -> Optional.of(weights.format(weights.inputs() * weights.kernelWidth()));
            default -> Optional.empty();
        });
    }

    /// Adds a convolution to 2x3 pixels of an input of its own.
    static Operation convolution(Builder builder, Unfolding weights, Optional<long[]> unfold) {
        var element = new UniformType(8, 4);
        long outputs = weights.outputs() * weights.groups(), high = weights.kernelHeight(), wide = weights.kernelWidth();
        var input = new FmapType((int) (weights.inputs() * weights.groups()), 1 + (int) high, 2 + (int) wide, element);
        var resource = new DenseResourceAttr("w", RankedTensorType.of(element, outputs, weights.inputs(), high, wide));
        return builder.create(new Conv2d(builder.block().addArgument(input, Location.UNKNOWN), resource, Optional.empty(), new long[] {1, 1},
            new long[4], new long[] {1, 1}, weights.groups(), Optional.empty(), unfold, new FmapType((int) outputs, 2, 3, element),
            Region.of(new Block())));
    }

    static List<Conv2d> convolutions(Operation program) {
        var found = new ArrayList<Conv2d>();
        program.walk(op -> {
            if (op.op() instanceof Conv2d conv) found.add(conv);
        });
        return found;
    }

    /// Runs the pass, and verifies the program after it; gives the messages, of which there are none when all went well.
    static List<String> run(Pass pass, Operation program) {
        var messages = new ArrayList<Diagnostic>();
        try {
            pass.run(program, new PassContext(Registry.standard(), new Diagnostics(messages::add), new Resources()));
        } catch (CompileFailure failure) {
            if (messages.isEmpty()) throw new AssertionError("failed without a message", failure);
        }
        if (messages.isEmpty()) Verifier.verify(program, strict());
        return messages.stream().map(Diagnostic::message).toList();
    }
}
