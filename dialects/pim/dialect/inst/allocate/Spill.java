package pim.dialect.inst.allocate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Instruction.Access;
import pim.dialect.inst.Instruction;
import pim.dialect.inst.Span;
import pim.dialect.inst.Structure;
import pim.dialect.inst.Transfer;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.SymbolRefAttr;

/// Moves a buffer from local to global memory. Each instruction that worked on it works on a buffer of its own, which is loaded before and stored
/// behind it.
final class Spill {
    private final Operation alloc;
    private final SymbolRefAttr memory;
    private final List<GroupAttr> groups;
    private final List<Operation> temporaries = new ArrayList<>();

    private Spill(Operation alloc, String memory, List<GroupAttr> groups) {
        this.alloc = alloc;
        this.memory = SymbolRefAttr.of(memory);
        this.groups = groups;
    }

    /// Puts what was in the buffer of `alloc` into `memory`, which is as large. Gives the allocations of the buffers that take its place.
    static List<Operation> apply(Operation alloc, String memory, List<GroupAttr> groups) {
        var spill = new Spill(alloc, memory, groups);
        for (var user : alloc.result().users()) spill.rewrite(user);
        alloc.erase();
        return spill.temporaries;
    }

    private void rewrite(Operation user) {
        var instruction = (Instruction) user.op();
        var mine = instruction.accesses(groups).stream().filter(a -> a.buffer() == alloc.result()).toList();
        var read = new ArrayList<Access>();
        var buffers = new ArrayList<Value>();
        for (var access : mine) {
            int same = 0;
            while (same < read.size() && !isSamePlace(read.get(same), access)) same++;
            if (same == read.size()) {
                read.add(access);
                buffers.add(temporary(user, access));
                if (!access.writes()) load(user, access, buffers.get(same), instruction.indices());
            }
            if (access.writes()) store(user, access, buffers.get(same), instruction.indices());
            use(user, access, buffers.get(same), instruction.indices().size());
        }
    }

    private static boolean isSamePlace(Access a, Access b) {
        return a.at().equals(b.at()) && a.span().equals(b.span());
    }

    private Value temporary(Operation user, Access access) {
        var created = Builder.before(user).create(new Structure.Alloc(access.span().once().bytes(), Optional.empty()));
        temporaries.add(created);
        return created.result();
    }

    private void load(Operation user, Access access, Value buffer, List<Value> indices) {
        var span = access.span().once();
        Builder.before(user).create(new Transfer.Load(buffer, zero(indices.size()), memory, access.at(), indices, span.size(), rows(span),
            stride(span), Optional.empty()));
    }

    private void store(Operation user, Access access, Value buffer, List<Value> indices) {
        var span = access.span();
        var behind = new Builder();
        behind.setInsertionPointAfter(user);
        behind.create(new Transfer.Store(memory, access.at(), buffer, zero(indices.size()), indices, span.size(), rows(span), stride(span),
            Optional.empty()));
    }

    private static Optional<Long> rows(Span span) {
        return span.rows() == 1 ? Optional.empty() : Optional.of(span.rows());
    }

    private static Optional<Long> stride(Span span) {
        return span.rows() == 1 ? Optional.empty() : Optional.of(span.stride());
    }

    private static AffineMapAttr zero(int indices) {
        return new AffineMapAttr(new AffineMap(indices, 0, AffineMap.constant(0).results()));
    }

    /// Makes the instruction work on `buffer`, where the pieces of the span lie one behind the other.
    private void use(Operation user, Access access, Value buffer, int indices) {
        var part = ((OpDefinition) user.kind()).part(access.part());
        user.setOperand(part.index(), buffer);
        user.setAttribute(access.part() + "_at", zero(indices));
        if (!(user.op() instanceof Transfer transfer) || access.span().stride() == 0 || access.span().rows() == 1) return;
        boolean strided = transfer instanceof Transfer.Copy && access.part().equals("src");
        if (strided) user.setAttribute("stride", IntegerAttr.i64(access.span().size()));
        else user.setAttribute("local_stride", null);
    }
}
