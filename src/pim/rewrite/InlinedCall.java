package pim.rewrite;

import java.util.ArrayList;
import java.util.List;
import pim.define.OpDefinition;
import pim.define.Registry;
import pim.ir.Block;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Copy;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.attr.Location;

/// Puts a copy of a function's body in the place of a call.
public final class InlinedCall {
    private final Operation call;
    private final Registry registry;

    private InlinedCall(Operation call, Registry registry) {
        this.call = call;
        this.registry = registry;
    }

    /// Whether `target`, the function that `call` runs, may take the place of the call.
    public static boolean isLegal(Operation call, Operation target, Registry registry) {
        var body = ((Callable) target.op()).body();
        if (body.isEmpty() || !Inlines.allow(body, registry) || !(registry.dialect(call.kind().dialect()) instanceof Inlines dialect)
            || !dialect.allows(call, target)) return false;
        if (call.has(Traits.Terminator.class) || body.isInside(call.parentRegion()) || call.parentRegion().isInside(body)) return false;
        if (body.blocks().size() > 1 && call.parent().has(Traits.SingleBlock.class)) return false;
        if (body.blocks().stream().anyMatch(b -> b.successors().contains(body.entry()))) return false;
        var arguments = body.entry().arguments();
        if (!arguments.stream().map(a -> a.type()).toList().equals(call.operands().stream().map(o -> o.type()).toList())) return false;
        boolean several = body.blocks().size() > 1;
        return body.blocks().stream().map(Block::last).allMatch(last -> last != null && last.has(Traits.Terminator.class)
            && (!last.has(Traits.ReturnLike.class) ? several : last.operands().stream().map(o -> o.type()).toList().equals(call.resultTypes())
                && (!several || left(last, body.entry(), registry) != null)));
    }

    /// What takes the place of the end of a function of several blocks, or null when nothing can.
    private static Op left(Operation end, Block next, Registry registry) {
        return ((Inlines) registry.dialect(end.kind().dialect())).leave(end, next);
    }

    /// Removes `call`, and gives the calls that have come into the program.
    public static List<Operation> inline(Operation call, Operation target, Registry registry) {
        return new InlinedCall(call, registry).inline(((Callable) target.op()).body());
    }

    private List<Operation> inline(Region body) {
        var copied = new Region();
        new Copy().blocks(body, copied);
        var calls = new ArrayList<Operation>();
        copied.walk(op -> {
            op.setLocation(new Location.CallSite(op.location(), call.location()));
            if (op.has(Call.class)) calls.add(op);
        });
        var entry = copied.entry();
        for (var argument : entry.arguments()) argument.replaceAllUsesWith(call.operand(argument.index()));
        if (copied.blocks().size() == 1) straight(entry);
        else branching(copied);
        return calls;
    }

    /// Moves the operations before the call; the last says what its results are.
    private void straight(Block body) {
        var last = body.last();
        for (int i = 0; i < call.resultCount(); i++) call.result(i).replaceAllUsesWith(last.operand(i));
        last.erase();
        for (var op : body) call.block().moveBefore(op, call);
        call.erase();
    }

    /// Cuts the block in two at the call and puts the blocks in between.
    private void branching(Region body) {
        var before = call.block();
        var region = before.region();
        var after = new Block();
        for (var result : call.results()) result.replaceAllUsesWith(after.addArgument(result.type(), call.location()));
        if (call.next() != null) before.moveTail(call.next(), after);
        for (var block : body.blocks()) if (block.last().has(Traits.ReturnLike.class)) leave(block.last(), after);
        var entry = body.entry();
        before.moveTail(entry.first(), before);
        call.erase();
        entry.erase();
        int place = region.blocks().indexOf(before) + 1;
        region.insert(place, after);
        body.moveBlocksTo(region, place);
    }

    private void leave(Operation end, Block next) {
        end.block().append(OpDefinition.operation(left(end, next, registry), end.location()));
        end.erase();
    }
}
