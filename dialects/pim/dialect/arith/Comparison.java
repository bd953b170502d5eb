package pim.dialect.arith;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.ir.Operation;
import pim.ir.attr.IntegerAttr;

/// `slt`: a comparison by its name, which is kept as its number.
public final class Comparison implements CustomPart {
    /// In the order of their numbers.
    enum Predicate {
        EQ, NE, SLT, SLE, SGT, SGE, ULT, ULE, UGT, UGE;

        boolean of(BigInteger a, BigInteger b, Bits bits) {
            int order = ordinal() < ULT.ordinal() ? a.compareTo(b) : bits.unsigned(a).compareTo(bits.unsigned(b));
            return switch (this) {
                case EQ -> order == 0;
                case NE -> order != 0;
                case SLT, ULT -> order < 0;
                case SLE, ULE -> order <= 0;
                case SGT, UGT -> order > 0;
                case SGE, UGE -> order >= 0;
            };
        }

        /// Whether it holds between a number and itself.
        boolean ofEqual() {
            return this == EQ || this == SLE || this == SGE || this == ULE || this == UGE;
        }

        @Override public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override public void parse(OpReader in, List<String> parts) {
        for (var predicate : Predicate.values()) {
            if (!in.tryLiteral(predicate.toString())) continue;
            in.property(parts.getFirst(), IntegerAttr.i64(predicate.ordinal()));
            return;
        }
        throw in.failure("expected one of " + Arrays.stream(Predicate.values()).map(Predicate::toString).collect(Collectors.joining(", ")));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        out.append(Predicate.values()[(int) ((Arith.Cmpi) op.op()).predicate()].toString());
    }
}
