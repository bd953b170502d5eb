package pim.dialect.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import pim.diagnose.CompileFailure;
import pim.dialect.arch.Accelerator;
import pim.dialect.tile.MatrixOp.Conv2d;
import pim.dialect.tile.MatrixOp.Group;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.IntegerAttr;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Gives each array group the first core that has room for it, in the order of the text, and each other layer the core where its input is made:
/// that of the first array group of the convolution, or of the layer, that makes it. What has a core stays there.
public record TilePlace() implements Pass {
    @Override public String summary() {
        return "Give array groups and layers their cores, first fit";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "tile";
    }

    @Override public void run(Operation root, PassContext context) {
        var accelerator = Accelerator.carriedBy(root, context.diagnostics());
        var placement = new Placement(new Capacity(accelerator), FreeArrays.beside(root, accelerator, context.diagnostics()), context);
        root.walk(op -> {
            if (op.op() instanceof Conv2d conv) placement.collect(op, conv);
        });
        placement.fit();
        root.walk(op -> {
            if (op.op() instanceof OnCore layer && layer.core().isEmpty()) op.setAttribute("core", IntegerAttr.i64(producer(op)));
        });
    }

    /// The core on which the first operand is made that is not a constant; core 0 for an input of the network.
    private static long producer(Operation op) {
        for (var operand : op.operands()) {
            var core = core(operand);
            if (core >= 0) return core;
        }
        return 0;
    }

    /// The core that makes `value`, or -1.
    private static long core(Value value) {
        return switch (value.op()) {
            case Conv2d conv -> conv.replicas().getFirst().groups().getFirst().core().orElseThrow();
            case OnCore layer -> layer.core().orElseThrow();
            case null, default -> -1;
        };
    }

    /// The array groups of a program and where there is room for them.
    private static final class Placement {
        private record Item(Operation layer, Operation group, ArrayGroup arrays, int bits) {}

        private final Capacity capacity;
        private final FreeArrays free;
        private final PassContext context;
        private final List<Item> items = new ArrayList<>();

        Placement(Capacity capacity, FreeArrays free, PassContext context) {
            this.capacity = capacity;
            this.free = free;
            this.context = context;
        }

        void collect(Operation layer, Conv2d conv) {
            if (conv.replicas().isEmpty()) throw failure(layer, "has no array groups to place; expected those that tile-unfold makes");
            layer.walk(op -> {
                if (op.op() instanceof Group group) items.add(new Item(layer, op, group.arrayGroup(), conv.weightBits()));
            });
        }

        void fit() {
            for (var item : items) {
                if (item.group.attribute("core") != null) continue;
                int core = 0;
                while (core < capacity.cores() && !free.fits(core, item.arrays, item.bits)) core++;
                if (core == capacity.cores()) throw tooLarge(item);
                free.take(core, item.arrays, item.bits);
                item.group.setAttribute("core", IntegerAttr.i64(core));
            }
        }

        private long needed(Item item, int core) {
            return capacity.needed(core, item.arrays, item.bits);
        }

        private CompileFailure tooLarge(Item item) {
            int highest = IntStream.range(0, capacity.cores()).map(capacity::rows).max().orElse(0);
            if (item.arrays.rows() > highest) {
                return failure(item.group, "has " + item.arrays.rows() + " rows, but no array has more than " + highest
                    + "; tile-unfold cuts groups to fit");
            }
            long layer = items.stream().filter(other -> other.layer == item.layer).mapToLong(other -> needed(other, 0)).sum();
            long network = items.stream().mapToLong(other -> needed(other, 0)).sum();
            return failure(item.layer, "does not fit: no core has the " + needed(item, 0) + " arrays left for its array group " + item.arrays
                + "; the layer needs " + layer + " arrays and the network " + network + ", and the accelerator has " + capacity.arrays() + " in "
                + capacity.cores() + " cores");
        }

        private CompileFailure failure(Operation op, String message) {
            return context.diagnostics().failure(op, message);
        }
    }
}
