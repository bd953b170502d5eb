package pim.dialect.inst.interpret;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.DoubleToIntFunction;
import pim.diagnose.Diagnostics;
import pim.dialect.inst.BufferLayout;
import pim.dialect.inst.Structure;
import pim.dialect.quant.FixedPoint;
import pim.dialect.quant.UniformType;
import pim.dialect.tile.FmapType;
import pim.dialect.tile.Layout;
import pim.interpret.Inputs;
import pim.ir.Resources;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.Location;
import pim.tensor.Tensor;

/// What surrounds the accelerator: puts inputs and constants into global memory and takes the outputs from there.
final class Host {
    private final Location location;
    private final Inputs inputs;
    private final Resources resources;
    private final Diagnostics diagnostics;

    /// @param location of the program, for messages
    Host(Location location, Inputs inputs, Resources resources, Diagnostics diagnostics) {
        this.location = location;
        this.inputs = inputs;
        this.resources = resources;
        this.diagnostics = diagnostics;
    }

    /// The memory as it is when the program starts.
    GlobalMemory prepare(Structure.Memory memory, int cores) {
        var name = memory.symName().value();
        var layout = memory.layout();
        if (layout.bytes() > Integer.MAX_VALUE) throw diagnostics.failure(location, "@" + name + " has " + layout.bytes()
            + " bytes; the interpreter holds up to " + Integer.MAX_VALUE);
        boolean filled = memory.role() == Structure.Role.INPUT || memory.role() == Structure.Role.CONSTANT;
        var global = new GlobalMemory(name, (int) layout.bytes(), cores, filled);
        switch (memory.role()) {
            case INPUT -> input(memory, global);
            case CONSTANT -> {
                var bytes = bytes(memory.value().orElseThrow(), layout.elements() * layout.width(), resources, location, diagnostics);
                for (int y = 0; y < layout.height(); y++) bytes.get((int) (y * layout.inner()), global.bytes, (int) layout.at(y, 0),
                    (int) layout.inner());
            }
            case OUTPUT, SCRATCH -> {}
        }
        return global;
    }

    /// The bytes of a resource, of which there must be `size`.
    static ByteBuffer bytes(DenseResourceAttr attr, long size, Resources resources, Location location, Diagnostics diagnostics) {
        var bytes = resources.get(attr.key());
        if (bytes == null) throw diagnostics.failure(location, "there are no values for the resource '" + attr.key() + "'");
        if (bytes.remaining() != size) throw diagnostics.failure(location, "the resource '" + attr.key() + "' has " + bytes.remaining()
            + " bytes, but " + attr + " needs " + size);
        return bytes;
    }

    private void input(Structure.Memory memory, GlobalMemory global) {
        var name = memory.symName().value();
        var layout = memory.layout();
        var type = ((FmapType) memory.type().value()).element();
        DoubleToIntFunction quantize = type instanceof UniformType numbers ? v -> FixedPoint.quantize(v, numbers) : null;
        var values = inputs.integers(name, shape(memory), layout.width() * Byte.SIZE, quantize).data();
        var ordered = order(memory).toMemory(values);
        each(layout, (element, at) -> Elements.set(global.bytes, at, layout.width(), ordered[element]));
    }

    /// The output in the network's shape.
    Tensor fetch(Structure.Memory memory, GlobalMemory global) {
        var layout = memory.layout();
        var values = new int[(int) layout.elements()];
        for (int y = 0; y < layout.height(); y++) {
            int missing = global.firstUnwritten((int) layout.at(y, 0), (int) layout.inner());
            if (missing >= 0) throw diagnostics.failure(location, "the program does not write byte " + missing + " of its output @"
                + memory.symName());
        }
        each(layout, (element, at) -> values[element] = (int) Elements.get(global.bytes, at, layout.width()));
        return new Tensor.Ints(shape(memory), order(memory).toNetwork(values));
    }

    private static int[] shape(Structure.Memory memory) {
        return Arrays.stream(order(memory).shape()).mapToInt(Math::toIntExact).toArray();
    }

    /// How the network orders the elements, which is as an image unless the program says otherwise.
    private static Layout order(Structure.Memory memory) {
        var layout = memory.layout();
        var shape = memory.shape().orElse(new long[] {1, layout.channels(), layout.height(), layout.fmapWidth()});
        return Layout.of(shape, ((FmapType) memory.type().value()).element());
    }

    private interface Visitor {
        void visit(int element, int at);
    }

    /// Visits the elements in the order of memory, each with its place.
    private static void each(BufferLayout layout, Visitor visitor) {
        int element = 0;
        for (int y = 0; y < layout.height(); y++) {
            int at = (int) layout.at(y, 0);
            for (int i = 0; i < layout.fmapWidth() * layout.channels(); i++, at += layout.width()) visitor.visit(element++, at);
        }
    }
}
