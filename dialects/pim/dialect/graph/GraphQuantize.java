package pim.dialect.graph;

import java.util.List;
import pim.dialect.func.Func;
import pim.ir.Operation;
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

    @Override public void run(Operation root, PassContext context) {
        var function = function(root, context);
        var parameters = new Parameters(context.resources(), context.diagnostics());
        var samples = new CalibrationSamples(NetworkInput.of((Func.Function) function.op()), function.location(), context.diagnostics());
        var ranges = Ranges.observe(root, function, inputs.isEmpty() ? samples.random(seed, this.samples) : samples.read(inputs), context);
        new Quantization(bits, headroom >= 0 ? headroom : bits == 16 ? 1 : 0, ranges, parameters).apply(function);
    }

    /// The one function with a body, whose ops must all have a fixed-point form.
    private static Operation function(Operation root, PassContext context) {
        Operation found = null;
        for (var op : root.region(0).entry()) {
            if (!(op.op() instanceof Func.Function function) || function.body().isEmpty()) continue;
            if (found != null) throw context.diagnostics().failure(op.location(), "'func.func' op is one of several, but a network is one function");
            found = op;
        }
        if (found == null) throw context.diagnostics().failure(root.location(), "'builtin.module' op has no function to quantise");
        for (var op : found.region(0).entry()) {
            if (op.op() instanceof Graph.BatchNorm) {
                throw context.diagnostics().failure(op.location(), "'graph.batch_norm' op has no fixed-point form; run graph-fold-batch-norm before graph-quantize");
            }
            if (!(op.op() instanceof Graph || op.op() instanceof Func.Return)) {
                throw context.diagnostics().failure(op.location(), "'" + op.name() + "' op is none of a network and cannot be quantised");
            }
        }
        return found;
    }
}
