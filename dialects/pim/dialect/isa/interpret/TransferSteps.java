package pim.dialect.isa.interpret;

import java.util.Arrays;
import java.util.Optional;
import pim.dialect.inst.Span;
import pim.dialect.inst.interpret.Elements;
import pim.dialect.inst.interpret.Events;
import pim.dialect.inst.interpret.MessageStep;
import pim.dialect.inst.interpret.Step;
import pim.dialect.isa.Scalar;
import pim.dialect.isa.Transfer;
import pim.ir.Operation;

/// The instructions that move bytes or wait.
final class TransferSteps {
    private TransferSteps() {}

    static Step of(Operation operation, Transfer transfer, IsaCompiler core) {
        var state = core.state();
        return switch (transfer) {
            case Transfer.Ld(var rd, var rs1, var size, var value, var select) -> {
                var to = core.local(core.position(rd, 0, value, select, 1), size);
                long offset = offset(value, select, 1);
                var span = Span.of(size);
                yield new ScalarStep(operation, run -> {
                    var from = state.global(rs1, offset);
                    int fromAt = from.memory().read(from.at(), span, run), toAt = to.write(run);
                    System.arraycopy(from.memory().bytes, fromAt, run.local.bytes, toAt, size);
                });
            }
            case Transfer.St(var rd, var rs1, var size, var value, var select) -> {
                var from = core.local(core.position(rs1, 1, value, select, 1), size);
                long offset = offset(value, select, 0);
                var span = Span.of(size);
                yield new ScalarStep(operation, run -> {
                    var to = state.global(rd, offset);
                    int at = from.read(run);
                    System.arraycopy(run.local.bytes, at, to.memory().bytes, to.memory().write(to.at(), span, run), size);
                });
            }
            case Transfer.Lldi(var rd, var imm, var indices, var len, var size, var value, var select) -> {
                var to = core.local(core.position(rd, 0, value, select, 1), size.or(() -> len).orElseThrow());
                var fill = core.immediate(imm, indices);
                yield new ScalarStep(operation, run -> {
                    int at = to.write(run);
                    Arrays.fill(run.local.bytes, at, at + (int) to.span().size(), (byte) fill.at(run.counters));
                });
            }
            case Transfer.Lmv(var rd, var rs1, var len, var size, var value, var select) -> {
                int bytes = size.or(() -> len).orElseThrow();
                yield new Step.Copy(operation, core.local(core.position(rd, 0, value, select, 1), bytes),
                    core.local(core.position(rs1, 1, value, select, 1), bytes));
            }
            case Transfer.Send(var rd, var other, var size, var value, var select) ->
                new MessageStep(operation, true, other, core.local(core.position(rd, 0, value, select, 1), size));
            case Transfer.Recv(var rd, var other, var size, var value, var select) ->
                new MessageStep(operation, false, other, core.local(core.position(rd, 0, value, select, 1), size));
            case Transfer.Wait(var register, var value) -> new Events.Wait(operation, register, value);
            case Transfer.Sync(var register, var other) -> new Events.Sync(operation, register, other);
        };
    }

    private static long offset(Optional<Integer> value, Optional<Integer> select, int bit) {
        return (select.orElse(0) & 1 << bit) != 0 ? value.orElse(0) : 0;
    }

    /// `sld`.
    static Step load(Operation operation, Scalar.Sld sld, CoreState state) {
        var span = Span.of(Integer.BYTES);
        return new ScalarStep(operation, run -> {
            var from = state.global(sld.rs1(), sld.offsetValue().orElse(0));
            int at = from.memory().read(from.at(), span, run);
            state.set(sld.rd(), (int) Elements.get(from.memory().bytes, at, Integer.BYTES));
        });
    }
}
