package pim.dialect.inst;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.define.SymbolName;
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
        return new GroupAttr(new DenseResourceAttr(name, RankedTensorType.of(I16, outputs, inputs, 1, 1)), 1, new ArrayGroup(0, 1, 0, inputs, 0, outputs), IntegerType.I64);
    }
}
