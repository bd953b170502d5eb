package pim.dialect.inst;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
import pim.diagnose.Diagnostics;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Chip;
import pim.dialect.arch.Chips;
import pim.dialect.arch.Core;
import pim.dialect.arch.Crossbar;
import pim.dialect.arch.MatrixUnit;
import pim.dialect.arch.Memory;
import pim.dialect.builtin.Builtin;
import pim.dialect.tile.ArrayGroup;
import pim.dialect.tile.FmapType;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Resources;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;

/// Programs written by hand, for tests.
public final class Programs {
    public static final IntegerType I16 = IntegerType.of(16);
    private static final Accelerator TINY = Accelerator.load("tiny", Path.of(""), Diagnostics.printingTo(System.err));

    public final Operation module;
    public final Resources resources = new Resources();
    private final Builder builder;
    private long address;

    public Programs() {
        var body = new Block();
        module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(body)), Location.UNKNOWN);
        builder = Builder.atEnd(body);
    }

    /// A feature map of 16-bit integers with the halo.
    public Place.Global memory(String name, Structure.Role role, int channels, int height, int width, long... halo) {
        var memory = new Structure.Memory(new SymbolName(name), address, new TypeAttr(new FmapType(channels, height, width, I16)),
            halo.length == 0 ? Optional.empty() : Optional.of(halo), role, Optional.empty(), Optional.empty());
        builder.create(memory);
        address += memory.layout().bytes();
        return Place.Global.of(name);
    }

    public CoreBuilder core(long number, GroupAttr... groups) {
        return CoreBuilder.core(builder, number, List.of(groups));
    }

    /// Weights of a fully connected layer, `weights[output][input]`, as one array group.
    public GroupAttr group(String name, short[][] weights) {
        int outputs = weights.length, inputs = weights[0].length;
        var bytes = ByteBuffer.allocate(2 * outputs * inputs).order(ByteOrder.LITTLE_ENDIAN);
        for (var row : weights) for (short w : row) bytes.putShort(w);
        resources.put(name, bytes.flip());
        return new GroupAttr(new DenseResourceAttr(name, RankedTensorType.of(I16, outputs, inputs, 1, 1)), 1,
            new ArrayGroup(0, 1, 0, inputs, 0, outputs), IntegerType.I64);
    }

    /// Says what the program is for: cores with as much local memory.
    public void setAccelerator(long localBytes) {
        setAccelerator(module, localBytes);
    }

    /// Two chips of the preset `tiny`, eight cores, with another local memory and arrays for whatever a test puts there.
    public static void setAccelerator(Operation module, long localBytes) {
        var chip = TINY.chip();
        var c = chip.core();
        var m = c.localMemory();
        var local = new Memory(localBytes, m.width(), m.period(), m.staticPower(), m.writeLatency(), m.readLatency(), m.writeEnergy(),
            m.readEnergy());
        var u = c.matrixUnit();
        var x = u.crossbar();
        var crossbar = new Crossbar(1 << 10, 1 << 10, x.cellBits(), x.latency(), x.readPower(), x.activeRows(), x.cell());
        var unit = new MatrixUnit(1 << 10, u.arraysAre(), u.granularity(), u.weightBits(), u.signedWeights(), u.period(), u.pipelined(), crossbar,
            u.dac(), u.adc(), u.adcClips(), u.sampleHold(), u.shiftAdder(), u.inputBuffer(), u.outputBuffer());
        var core = new Core(c.period(), unit, c.vectorUnit(), local, c.reorderBuffer(), c.execution(), c.globalMemoryId(), c.controller(),
            c.fetch(), c.decode(), c.decodeOffset(), c.registers(), c.scalarUnit(), c.transferUnit());
        var all = new Chip(chip.cores(), core, chip.globalMemory(), chip.network(), chip.communication(), chip.globalMemoryId());
        var chips = new Chips(1, 2, TINY.chips().bandwidth());
        module.setAttribute(Accelerator.ATTRIBUTE, TINY.with(all, chips).withoutSources().toAttribute());
    }
}
