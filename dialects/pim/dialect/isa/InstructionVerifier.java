package pim.dialect.isa;

import pim.ir.Operation;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.IntegerAttr;

/// What must hold of the fields of an instruction.
final class InstructionVerifier {
    private InstructionVerifier() {}

    /// What is wrong with `op`, as it reads behind its name; null when nothing is.
    static String verify(Operation op, Opcode opcode) {
        for (var field : opcode.fields()) {
            var value = op.attribute(field.key());
            var wrong = switch (value) {
                case IntegerAttr i -> field.verify(i.longValue());
                case AffineMapAttr map -> immediate(op, map);
                case null, default -> null;
            };
            if (wrong != null) return wrong;
        }
        boolean says = op.attribute(Field.LEN.key()) != null || op.attribute(Field.SIZE.key()) != null;
        if (opcode.saysBytesTwice() && !says) return "expects size or len, but got neither";
        return opcode == Opcode.MVMUL ? group(op) : null;
    }

    private static String immediate(Operation op, AffineMapAttr imm) {
        var map = imm.value();
        if (map.symbols() != 0 || map.results().size() != 1) return "expects imm to be one affine expression without symbols, but got " + imm;
        if (map.dims() != op.operandCount()) {
            return "expects imm to be of as many variables as there are indices, " + op.operandCount() + ", but got " + imm;
        }
        if (!(map.results().getFirst() instanceof AffineExpr.Constant(var value))) return null;
        return Field.IMM.verify(value);
    }

    private static String group(Operation op) {
        long group = ((Matrix.Mvmul) op.op()).group();
        for (var p = op.parent(); p != null; p = p.parent()) {
            if (!(p.op() instanceof Structure.Core core)) continue;
            if (group >= core.groups().length) return "names group " + group + ", but core " + core.core() + " has " + core.groups().length;
        }
        return null;
    }
}
