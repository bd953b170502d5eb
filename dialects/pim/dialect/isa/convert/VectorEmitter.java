package pim.dialect.isa.convert;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import pim.dialect.isa.Opcode;
import pim.dialect.isa.Vector;
import pim.ir.affine.AffineExpr;

/// Writes the instructions of vector functions, in pieces that scratch space and constants are there for.
final class VectorEmitter {
    /// A function that is to be computed.
    record Use(VectorProgram program, long length) {
        private long piece(long most) {
            return program.whole() ? length : Math.min(length, most);
        }

        /// How many elements a constant must be for.
        private long piece(Operand constant, long most) {
            return constant instanceof Operand.Padded && program.whole() ? 1 : piece(most);
        }
    }

    private final MachineBuilder builder;
    private final Constants constants;
    private long most, scratch;

    /// @param all  the functions of the core
    /// @param end  where the last of its buffers ends
    /// @param size bytes of local memory, which may be far more than what is needed
    VectorEmitter(MachineBuilder builder, Collection<Use> all, long end, long size) {
        this.builder = builder;
        long largest = MachineBuilder.LARGEST_FIELD;
        constants = new Constants(builder, Math.min(size, end + scratch(all, largest) + Constants.bytes(needs(all, largest))));
    }

    /// Prepares for these functions, the longer the pieces the better, without the bytes below `end`.
    ///
    /// @return how many bytes are needed at least if there are fewer, else 0
    long prepare(List<Use> uses, long end) {
        scratch = end;
        most = MachineBuilder.LARGEST_FIELD;
        boolean keep = fits(uses, most, true);
        if (!keep && !fits(uses, most, false)) {
            long fitting = 0;
            for (long step = Long.highestOneBit(most); step > 0; step /= 2) if (fits(uses, fitting + step, false)) fitting += step;
            if (fitting == 0) return end + scratch(uses, 1) + Constants.bytes(needs(uses, 1));
            most = fitting;
        }
        constants.provide(needs(uses, most), keep);
        return 0;
    }

    private boolean fits(List<Use> uses, long length, boolean keep) {
        return constants.fit(needs(uses, length), scratch + scratch(uses, length), keep);
    }

    private static long scratch(Collection<Use> uses, long most) {
        return uses.stream().mapToLong(u -> u.program.scratch(u.piece(most))).max().orElse(0);
    }

    private static List<Constants.Need> needs(Collection<Use> uses, long most) {
        var lengths = new LinkedHashMap<Operand, Long>();
        var padded = new ArrayList<Constants.Need>();
        for (var use : uses) {
            for (var constant : use.program.constants()) {
                var need = new Constants.Need(constant, use.piece(constant, most));
                if (!(constant instanceof Operand.Padded)) lengths.merge(constant, need.length(), Math::max);
                else if (!padded.contains(need)) padded.add(need);
            }
        }
        lengths.forEach((constant, length) -> padded.add(new Constants.Need(constant, length)));
        return padded;
    }

    /// Whether the function is computed piece by piece.
    boolean cuts(Use use) {
        return use.piece(most) < use.length;
    }

    /// Computes the function, which has been prepared for.
    ///
    /// @param b null for a function of one operand
    void emit(Use use, AffineExpr result, int resultBits, AffineExpr a, int aBits, AffineExpr b, int bBits) {
        long piece = use.piece(most);
        builder.pieces(use.length, piece, 1, (first, n) -> {
            for (var step : use.program.steps()) emit(step, step.single() ? 1 : n, o -> switch (o) {
                case Operand.Result _ -> result.plus(first.times(resultBits / Byte.SIZE));
                case Operand.Given(var number) -> number == 0 ? a.plus(first.times(aBits / Byte.SIZE)) : b.plus(first.times(bBits / Byte.SIZE));
                case Operand.Temporary(var number) -> AffineExpr.constant(scratch(use.program, number, piece));
                case Operand.Same _, Operand.Single _, Operand.Padded _ -> AffineExpr.constant(constants.address(o, use.piece(o, most)));
            }, use.piece(step.x(), most));
        });
    }

    private long scratch(VectorProgram program, int number, long length) {
        return scratch + program.temporaries().subList(0, number).stream().mapToLong(bits -> bits / Byte.SIZE * length).sum();
    }

    private interface Places {
        AffineExpr of(Operand operand);
    }

    /// @param stride between the elements of a mean
    private void emit(VectorProgram.Step step, long length, Places places, long stride) {
        builder.widths(step.in(), step.out());
        if (step.opcode() == Opcode.VAVG) {
            means(step, (Operand.Padded) step.x(), length, places, stride);
            return;
        }
        int rd = builder.register(places.of(step.to())), rs1 = builder.register(places.of(step.x()));
        int rs2 = step.y() == null ? 0 : builder.register(places.of(step.y())), n = (int) length;
        Optional<Integer> none = Optional.empty();
        builder.create(switch (step.opcode()) {
            case VVADD -> new Vector.Vvadd(rd, rs1, rs2, n, none, none);
            case VVSUB -> new Vector.Vvsub(rd, rs1, rs2, n, none, none);
            case VVMUL -> new Vector.Vvmul(rd, rs1, rs2, n, none, none);
            case VVDMUL -> new Vector.Vvdmul(rd, rs1, rs2, n, none, none);
            case VVMAX -> new Vector.Vvmax(rd, rs1, rs2, n, none, none);
            case VVSLL -> new Vector.Vvsll(rd, rs1, rs2, n, none, none);
            case VVSRA -> new Vector.Vvsra(rd, rs1, rs2, n, none, none);
            case VRSU -> new Vector.Vrsu(rd, rs1, rs2, n, none, none);
            case VRSL -> new Vector.Vrsl(rd, rs1, rs2, n, none, none);
            case VRELU -> new Vector.Vrelu(rd, rs1, n, none, none);
            case VTANH -> new Vector.Vtanh(rd, rs1, n, none, none, Optional.of(step.fractions()));
            case VSIGM -> new Vector.Vsigm(rd, rs1, n, none, none, Optional.of(step.fractions()));
            default -> throw new IllegalArgumentException("no function of elements: " + step.opcode());
        });
    }

    /// The mean of each element and the zeros behind it.
    private void means(VectorProgram.Step step, Operand.Padded padded, long length, Places places, long apart) {
        builder.loop(0, length, 1, i -> {
            int rd = builder.register(places.of(step.to()).plus(i.times(step.out() / Byte.SIZE)));
            int rs1 = builder.register(places.of(padded).plus(i.times(step.in() / Byte.SIZE)));
            int stride = builder.register(AffineExpr.constant(apart));
            builder.widths(step.in(), step.out());
            builder.create(new Vector.Vavg(rd, rs1, stride, padded.count(), Optional.empty(), Optional.empty()));
        });
    }
}
