package pim.dialect.inst.convert;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pim.dialect.inst.CoreBuilder;
import pim.dialect.inst.Fixed;
import pim.dialect.inst.FnAttr;
import pim.dialect.inst.Offset;
import pim.dialect.inst.Place.Global;
import pim.dialect.inst.Place.Local;
import pim.dialect.inst.Span;
import pim.dialect.tile.ArrayGroup;

/// One core's share of a replica of a convolution: which inputs it loads, which array groups it drives, which partial sums it keeps, gives and takes.
final class ConvCore {
    /// Rows of one matrix that lie together in local memory.
    private record Rows(long groupBegin, long groupEnd, long begin, long end) {}

    private final CoreBuilder core;
    private final long number;
    private final ConvLayer layer;
    private final List<Columns.Placed> groups;
    private final List<Columns> columns;
    private final List<Rows> rows = new ArrayList<>();
    private final Map<Rows, Local> inputs = new LinkedHashMap<>();
    private final Map<Columns, Local> sums = new LinkedHashMap<>(), biases = new LinkedHashMap<>();
    private Local product, others, outputs;

    /// @param all the array groups of the replica
    ConvCore(CoreBuilder core, long number, ConvLayer layer, List<Columns.Placed> all, List<Columns> columns) {
        this.core = core;
        this.number = number;
        this.layer = layer;
        this.groups = all.stream().filter(g -> g.core() == number).toList();
        this.columns = columns.stream().filter(c -> c.cores().contains(number)).toList();
        var byRow = Comparator.comparingLong(ArrayGroup::groupBegin).thenComparingLong(ArrayGroup::rowBegin);
        for (var g : groups.stream().map(Columns.Placed::group).sorted(byRow).toList()) {
            var last = rows.isEmpty() ? null : rows.getLast();
            if (last != null && last.groupBegin == g.groupBegin() && last.end >= g.rowBegin()) {
                rows.set(rows.size() - 1, new Rows(last.groupBegin, last.groupEnd, last.begin, Math.max(last.end, g.rowEnd())));
            } else {
                rows.add(new Rows(g.groupBegin(), g.groupEnd(), g.rowBegin(), g.rowEnd()));
            }
        }
    }

    CoreBuilder builder() {
        return core;
    }

    long number() {
        return number;
    }

    private boolean owns(Columns c) {
        return c.owner() == number;
    }

    /// Whether this core takes partial sums of the columns from others.
    private boolean takes(Columns c) {
        return owns(c) && c.cores().size() > 1;
    }

    /// Whether the product of the array group must be put elsewhere than in the sums: they are not the same columns, or there is something in the
    /// sums.
    private boolean isApart(Columns.Placed placed) {
        var its = columns.stream().filter(placed::has).toList();
        return its.size() > 1 || first(its.getFirst()) != placed;
    }

    /// The first array group of this core that has the columns.
    private Columns.Placed first(Columns c) {
        return groups.stream().filter(g -> g.has(c)).findFirst().orElseThrow();
    }

    private long sumBytes(Columns c) {
        return c.count() * layer.sums().bytes();
    }

    /// Bytes of local memory that are needed whatever the number of windows at once.
    long fixedBytes() {
        long bytes = rows.stream().mapToLong(r -> (r.end - r.begin) * layer.inputNumbers().bytes()).sum() + productBytes();
        if (layer.bias().isPresent()) bytes += columns.stream().filter(this::owns).mapToLong(c -> c.count() * layer.biasNumbers().bytes()).sum();
        return bytes;
    }

    /// Bytes of local memory that are needed for each window that is under way.
    long bytesPerWindow() {
        return columns.stream().mapToLong(this::sumBytes).sum() + othersBytes() + outputBytes();
    }

    private long productBytes() {
        return groups.stream().filter(this::isApart).mapToLong(g -> g.group().cols() * layer.sums().bytes()).max().orElse(0);
    }

    private long othersBytes() {
        return columns.stream().filter(this::takes).mapToLong(this::sumBytes).max().orElse(0);
    }

    private long outputBytes() {
        return columns.stream().filter(this::owns).mapToLong(c -> c.count() * layer.resultNumbers().bytes()).max().orElse(0);
    }

    /// Makes the buffers, for up to `windows` windows at once, and loads what is the same for all windows.
    void begin(long windows) {
        for (var r : rows) inputs.put(r, core.alloc((r.end - r.begin) * layer.inputNumbers().bytes()));
        for (var c : columns) sums.put(c, core.alloc(windows * sumBytes(c)));
        if (productBytes() > 0) product = core.alloc(productBytes());
        if (othersBytes() > 0) others = core.alloc(windows * othersBytes());
        if (outputBytes() > 0) outputs = core.alloc(windows * outputBytes());
        layer.bias().ifPresent(bias -> {
            int width = layer.biasNumbers().bytes();
            for (var c : columns) {
                if (!owns(c)) continue;
                var buffer = core.alloc(c.count() * width);
                core.load(buffer, Global.of(bias.memory()).plus(outputChannel(c) * width), c.count() * width);
                biases.put(c, buffer);
            }
        });
    }

    private long outputChannel(Columns c) {
        return c.groupBegin() * layer.unfolding().outputs() + c.begin();
    }

    /// One window: `slot` is its number among those under way.
    void window(Offset y, Offset x, Offset slot) {
        var window = layer.window();
        var at = layer.input().at(y.times(window.strides()[0]).plus(-window.pads()[0]), x.times(window.strides()[1]).plus(-window.pads()[1]));
        inputs.forEach((r, buffer) -> {
            for (var piece : new WindowRows(layer.input().layout(), layer.unfolding(), window, r.groupBegin, r.groupEnd).pieces(r.begin, r.end)) {
                core.load(buffer.plus((piece.row() - r.begin) * layer.inputNumbers().bytes()), at.plus(piece.offset()), piece.span());
            }
        });
        for (var placed : groups) multiply(placed, slot);
        biases.forEach((c, bias) -> {
            var sum = sum(c, slot);
            core.vec(FnAttr.of(FnAttr.Kind.ACCUMULATE, layer.sums(), layer.biasNumbers(), layer.sums()), sum, sum, bias, c.count());
        });
    }

    private Local sum(Columns c, Offset slot) {
        return sums.get(c).plus(slot.times(sumBytes(c)));
    }

    private void multiply(Columns.Placed placed, Offset slot) {
        var g = placed.group();
        var in = inputs.keySet().stream().filter(r -> r.groupBegin == g.groupBegin() && r.begin <= g.rowBegin() && g.rowEnd() <= r.end)
            .findFirst().orElseThrow();
        var from = inputs.get(in).plus((g.rowBegin() - in.begin) * layer.inputNumbers().bytes());
        var its = columns.stream().filter(placed::has).toList();
        if (!isApart(placed)) {
            core.mvm(placed.number(), sum(its.getFirst(), slot), from);
            return;
        }
        core.mvm(placed.number(), product, from);
        for (var c : its) {
            var part = product.plus((c.begin() - g.colBegin()) * layer.sums().bytes());
            if (first(c) == placed) core.copy(sum(c, slot), part, Span.of(sumBytes(c)));
            else core.vec(accumulate(), sum(c, slot), sum(c, slot), part, c.count());
        }
    }

    private FnAttr accumulate() {
        Fixed s = layer.sums();
        return FnAttr.of(FnAttr.Kind.ACCUMULATE, s, s, s);
    }

    /// Gives the partial sums of `windows` windows to the owner.
    void give(Columns c, long windows) {
        core.send(c.owner(), sums.get(c), windows * sumBytes(c));
    }

    /// Takes those that `from` has.
    void take(Columns c, long from, long windows) {
        core.recv(from, others, windows * sumBytes(c));
        core.vec(accumulate(), sums.get(c), sums.get(c), others, windows * c.count());
    }

    /// Makes the outputs of the windows from `(y, x)` on and stores them.
    void finish(Columns c, Offset y, Offset x, long windows) {
        long bytes = c.count() * layer.resultNumbers().bytes();
        core.vec(FnAttr.of(FnAttr.Kind.REQUANTIZE, layer.sums(), layer.resultNumbers()).with(layer.activation()), outputs, sums.get(c),
            windows * c.count());
        var to = layer.result().at(y, x).plus(outputChannel(c) * layer.resultNumbers().bytes());
        core.store(to, outputs, new Span(bytes, windows, layer.result().layout().pixel()));
    }
}
