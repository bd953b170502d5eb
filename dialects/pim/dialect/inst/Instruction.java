package pim.dialect.inst;

import java.util.List;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// What a core does at one step. Addresses are bytes from the start of a buffer: affine maps of the variables of the loops around, which stand in
/// `indices`.
public sealed interface Instruction extends Inst permits Transfer, Compute, Message {
    /// The variables of the loops around that the addresses depend on.
    List<Value> indices();

    /// What it reads and writes in local memory, in this order.
    ///
    /// @param groups of the core that the instruction belongs to
    List<Access> accesses(List<GroupAttr> groups);

    /// What an instruction reads or writes of one local buffer.
    ///
    /// @param part the component of the instruction that names the buffer; that of the address is the same with `_at` behind it
    record Access(String part, Value buffer, AffineMapAttr at, Span span, boolean writes) {
        static Access read(String part, Value buffer, AffineMapAttr at, Span span) {
            return new Access(part, buffer, at, span, false);
        }

        static Access write(String part, Value buffer, AffineMapAttr at, Span span) {
            return new Access(part, buffer, at, span, true);
        }
    }

    /// What is wrong with an address as part of this instruction, as it reads behind `'inst.x' op `; null when nothing is.
    default String verifyAddresses(AffineMapAttr... addresses) {
        for (var at : addresses) {
            var map = at.value();
            if (map.symbols() != 0 || map.results().size() != 1)
                return "expects an address to be one affine expression without symbols, but got " + at;
            int count = indices().size();
            if (map.dims() != count) return "expects an address of as many variables as there are indices, " + count + ", but got " + at;
        }
        return null;
    }
}
