package pim.dialect.sim.timing;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import pim.ir.affine.AffineExpr;

/// What the registers of a core hold, as sums over the variables of the loops around; null for what no such sum describes.
final class Registers {
    static final int COUNT = 32;

    private final Form[] values;

    private Registers(Form[] values) {
        this.values = values;
    }

    /// As a program begins.
    static Registers zero() {
        var values = new Form[COUNT];
        Arrays.fill(values, Form.constant(0));
        return new Registers(values);
    }

    /// Of which nothing is known: each holds the symbol of its number.
    static Registers unknown() {
        var values = new Form[COUNT];
        Arrays.setAll(values, Form::symbol);
        return new Registers(values);
    }

    /// Of which nothing is known, not even that they stay as they are.
    static Registers lost() {
        return new Registers(new Form[COUNT]);
    }

    Registers copy() {
        return new Registers(values.clone());
    }

    /// What a register holds, or null.
    Form get(int register) {
        return values[register];
    }

    /// How many hold what no sum describes.
    int undescribed() {
        return (int) Arrays.stream(values).filter(Objects::isNull).count();
    }

    void set(int register, Form value) {
        values[register] = value;
    }

    /// Leaves of a number what the 32 bits of a register hold.
    void wrap(int register) {
        var value = values[register];
        if (value == null || !value.isConstant() || value.constant() == (int) value.constant()) return;
        values[register] = Form.constant((int) value.constant());
    }

    /// Carries out all scalar instructions.
    void run(List<Piece> pieces) {
        for (var piece : pieces) {
            switch (piece) {
                case Piece.Scalar scalar -> run(scalar, AffineExpr::dim);
                case Piece.Loop loop -> leave(loop, entering(loop, loop.first(), AffineExpr::dim), loop.first() + (loop.rounds() - 1) * loop.step(),
                    AffineExpr::dim);
                case Piece.Decode _, Piece.Issue _ -> {}
            }
        }
    }

    /// Carries out an instruction.
    ///
    /// @param variables of the loops around, by their depth
    void run(Piece.Scalar s, IntFunction<AffineExpr> variables) {
        Form a = values[s.rs1()], b = values[s.rs2()];
        values[s.rd()] = known(() -> switch (s.opcode()) {
            case SLDI -> immediate(s, variables);
            case SADD -> a == null || b == null ? null : a.plus(b);
            case SSUB -> a == null || b == null ? null : a.minus(b);
            case SMUL -> a == null || b == null ? null : product(a, b);
            case SADDI -> a == null ? null : a.plus(immediate(s, variables));
            case SMULI -> a == null ? null : product(a, immediate(s, variables));
            // What global memory holds is not simulated.
            default -> Form.constant(0);
        });
    }

    private static Form immediate(Piece.Scalar s, IntFunction<AffineExpr> variables) {
        return Form.of(s.imm().replaceDims(variables));
    }

    private static Form product(Form a, Form b) {
        if (a.isConstant()) return b.times(a.constant());
        return b.isConstant() ? a.times(b.constant()) : null;
    }

    private interface Computation {
        Form result();
    }

    /// Null for what overflows.
    private static Form known(Computation computation) {
        try {
            return computation.result();
        } catch (ArithmeticException e) {
            return null;
        }
    }

    /// What they hold at the beginning of any round of a loop from `first` on, by the variable of the loop.
    Registers entering(Piece.Loop loop, long first, IntFunction<AffineExpr> variables) {
        var entry = new Form[COUNT];
        IntFunction<AffineExpr> own = d -> d == loop.depth() ? AffineExpr.dim(d) : variables.apply(d);
        for (boolean found = true; found; ) {
            found = false;
            for (int r = 0; r < COUNT; r++) {
                if (entry[r] != null || values[r] == null || loop.effect().values[r] == null) continue;
                int register = r;
                entry[r] = known(() -> entering(loop, first, register, loop.effect().values[register].replaceDims(own), entry));
                found |= entry[r] != null;
            }
        }
        return new Registers(entry);
    }

    /// @param end   what the register holds at the end of a round
    /// @param entry what is known already
    private Form entering(Piece.Loop loop, long first, int register, Form end, Form[] entry) {
        var added = end.minus(Form.symbol(register));
        var variable = AffineExpr.dim(loop.depth());
        if (added.isConstant()) {
            // It is as it was, or a round adds the same as any other: r + c, k = (i - first) / step rounds done -> r + k * c
            long c = added.constant();
            if (c == 0) return values[register];
            var since = variable.plus(-first);
            var done = c % loop.step() == 0 ? Form.of(since).times(c / loop.step())
                : Form.of(since.floorDiv(AffineExpr.constant(loop.step()))).times(c);
            return values[register].plus(done);
        }
        // It is set in each round: r = f(i) -> f(i - step), if that is what the first round finds.
        var set = end.replaceSymbols(s -> entry[s]);
        if (set == null) return null;
        var before = set.replaceDims(d -> d == loop.depth() ? variable.plus(-loop.step()) : AffineExpr.dim(d));
        var found = before.replaceDims(d -> d == loop.depth() ? AffineExpr.constant(first) : AffineExpr.dim(d));
        return found.equals(values[register]) ? before : null;
    }

    /// Goes on behind a loop.
    ///
    /// @param entry what they hold at the beginning of a round
    /// @param last  the variable of the loop in the last round
    void leave(Piece.Loop loop, Registers entry, long last, IntFunction<AffineExpr> variables) {
        IntFunction<AffineExpr> atLast = d -> d == loop.depth() ? AffineExpr.constant(last) : variables.apply(d);
        for (int r = 0; r < COUNT; r++) {
            var end = loop.effect().values[r];
            values[r] = end == null ? null : known(() -> {
                var value = end.replaceSymbols(s -> entry.values[s]);
                return value == null ? null : value.replaceDims(atLast);
            });
        }
    }
}
