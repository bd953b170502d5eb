package pim.dialect.graph;

import java.util.List;
import pim.dialect.func.Func;
import pim.ir.Operation;
import pim.ir.type.FloatType;
import pim.ir.type.RankedTensorType;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes a network of floats one of fixed-point numbers. The range of each value is observed while the network runs on samples.
///
/// @param bits     width of activations and weights, 8 or 16
/// @param seed     of the samples, standard-normal numbers, that stand in where no inputs are given
/// @param samples  how many of those there are
/// @param inputs   `NAME:FILE` (.npy or .pb) for each input of the network; the n-th files of all inputs make up the n-th sample
/// @param headroom how many times the ranges of activations are doubled; -1 for once at 16 bits and never at 8
public record GraphQuantize(int bits, long seed, int samples, List<String> inputs, int headroom) implements Pass {
    public GraphQuantize() {
        this(16, 0, 1, List.of(), -1);
    }

    public GraphQuantize {
        if (bits != 8 && bits != 16) throw new IllegalArgumentException("expected bits to be 8 or 16, but got " + bits);
        if (samples < 1) throw new IllegalArgumentException("expected at least one sample, but got " + samples);
        if (headroom < -1 || headroom > bits - 2) {
            throw new IllegalArgumentException("expected headroom to be -1, or from 0 to " + (bits - 2) + ", but got " + headroom);
        }
        inputs = List.copyOf(inputs);
    }

    @Override public String summary() {
        return "Quantise a network to fixed-point numbers by the ranges that samples show";
    }

    @Override public String anchor() {
        return "builtin.module";
    }

    @Override public String level() {
        return "graph";
    }

    @Override public void run(Operation root, PassContext context) {
        var main = Boundary.main(root);
        if (main == null) throw context.diagnostics().failure(root.location(), "'builtin.module' op has no function @main to quantise");
        for (var op : main.region(0).entry()) refuse(op, context);
        var parameters = new Parameters(context.resources(), context.diagnostics());
        var samples = CalibrationSamples.of(main, context.diagnostics());
        var ranges = Ranges.observe(root, inputs.isEmpty() ? samples.random(seed, this.samples) : samples.read(inputs), context);
        new Quantization(bits, headroom >= 0 ? headroom : bits == 16 ? 1 : 0, ranges, parameters).apply(main);
    }

    /// Reports what has no fixed-point form or has it already.
    private static void refuse(Operation op, PassContext context) {
        var what = switch (op.op()) {
            case Graph.BatchNorm _ -> "has no fixed-point form; run graph-fold-batch-norm before graph-quantize";
            case Graph graph -> ((RankedTensorType) graph.result()).element() == FloatType.F32 ? null : "is quantised already";
            case Func.Return _ -> null;
            case null, default -> "is no operation of the graph dialect, so that it cannot be quantised";
        };
        if (what != null) throw context.diagnostics().failure(op, what);
    }
}
