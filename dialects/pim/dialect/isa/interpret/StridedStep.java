package pim.dialect.isa.interpret;

import pim.dialect.inst.Span;
import pim.dialect.inst.interpret.CoreRun;
import pim.dialect.inst.interpret.Elements;
import pim.dialect.inst.interpret.Fault;
import pim.dialect.inst.interpret.LocalMemory;
import pim.dialect.inst.interpret.Position;
import pim.dialect.inst.interpret.Step;
import pim.ir.Operation;

/// A function of elements that are as far apart as a register says.
final class StridedStep extends Step {
    /// The results, which may be the operands' array, of elements `x`.
    interface Function {
        long[] apply(long[] x);
    }

    private final Function function;
    private final Local to;
    private final LocalMemory.Buffer memory;
    private final Position from, stride;
    private final int width, toWidth;
    private final long[] x;

    /// @param stride in elements
    StridedStep(Operation operation, Function function, Local to, int toWidth, Position from, Position stride, int width, int length) {
        super(operation);
        this.function = function;
        this.to = to;
        this.toWidth = toWidth;
        this.memory = to.buffer();
        this.from = from;
        this.stride = stride;
        this.width = width;
        x = new long[length];
    }

    @Override protected void execute(CoreRun core) {
        long apart = stride.at(core.counters) * width;
        if (Math.abs(apart) > Integer.MAX_VALUE) throw new Fault("takes elements that are " + apart + " bytes apart");
        int base = core.local.read(memory, from.at(core.counters), new Span(width, x.length, apart));
        for (int i = 0; i < x.length; i++) x[i] = Elements.get(core.local.bytes, (int) (base + i * apart), width);
        var results = function.apply(x);
        if (toWidth == Integer.BYTES) for (int i = 0; i < results.length; i++) results[i] = (int) results[i];
        to.set(core, toWidth, results);
    }
}
