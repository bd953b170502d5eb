package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;
import pim.dialect.sim.Interval;
import pim.ir.affine.AffineExpr;

/// Finds out which bytes of its local memory the program of a core uses, instruction by instruction as the program comes. Loops are not gone through:
/// an address is a sum over their variables ([Registers]), so that the bytes of all rounds are ranges that repeat. Only rounds of loops whose
/// addresses are no such sums are gone through one by one.
final class Footprint {
    /// After so many rounds that are not like those behind them, all rounds of a loop are gone through.
    private static final int MOST_TRIED = 16;
    /// So many rounds are gone through.
    private static final int MOST_ROUNDS = 1 << 20;
    /// Of loops of so many rounds all are gone through when registers behind them are not known otherwise.
    private static final int MOST_FOR_REGISTERS = 1 << 12;
    /// So many values of loop variables are tried for what is divided in an address.
    private static final int MOST_VALUES = 1 << 14;

    /// An address that no sum over the variables of the loops around describes.
    private static final class Unresolved extends Exception {
        Unresolved() {
            super(null, null, false, false);
        }
    }

    /// A loop whose end has not come.
    private record Open(CountedLoop loop, List<Piece> body) {}

    /// The rounds of a loop that are looked at together.
    private record Rounds(long first, long step, long count) {
        Interval interval() {
            return new Interval(first, first + (count - 1) * step);
        }
    }

    private final ByteSet bytes = new ByteSet();
    private boolean exact = true;
    private Registers registers = Registers.zero();
    private final List<Open> open = new ArrayList<>();
    /// Of the instructions of the outermost loop that is open, by number.
    private final List<List<LocalAccess>> accesses = new ArrayList<>();
    /// By depth, the variables of the loops around, and the rounds of those whose variables are no numbers.
    private AffineExpr[] variables = new AffineExpr[4];
    private Rounds[] rounds = new Rounds[4];
    private int symbolic, roundsLeft = MOST_ROUNDS;

    void scalar(MachineInstruction i, Address imm) {
        var piece = new Piece.Scalar(i.opcode, i.rd, i.rs1, i.rs2, imm == null ? AffineExpr.constant(i.imm) : imm.expression());
        if (open.isEmpty()) run(piece);
        else open.getLast().body.add(piece);
    }

    /// @param operands registers, as [Code] has them
    void issue(List<LocalAccess> list, int operands) {
        if (list.isEmpty()) return;
        if (open.isEmpty()) {
            use(list, operands);
            return;
        }
        open.getLast().body.add(new Piece.Issue(accesses.size(), operands, 0));
        accesses.add(list);
    }

    /// Puts an address into a register.
    void set(int register, Address address) {
        var i = new MachineInstruction().clear(Opcode.SLDI);
        i.rd = register;
        scalar(i, address);
    }

    /// The bytes are not all that instructions say of themselves.
    void isInexact() {
        exact = false;
    }

    void loop(CountedLoop loop) {
        open.add(new Open(loop, new ArrayList<>()));
        if (open.size() <= variables.length) return;
        variables = Arrays.copyOf(variables, 2 * open.size());
        rounds = Arrays.copyOf(rounds, variables.length);
    }

    void endLoop() {
        var ended = open.removeLast();
        var effect = Registers.unknown();
        effect.run(ended.body);
        var piece = new Piece.Loop(open.size(), ended.loop.from(), ended.loop.step(), ended.loop.trips(), ended.body, effect);
        if (!open.isEmpty()) {
            open.getLast().body.add(piece);
            return;
        }
        try {
            run(piece);
        } catch (Unresolved e) {
            throw new IllegalStateException("all rounds of an outermost loop can be gone through", e);
        }
        accesses.clear();
    }

    LocalUse result() {
        return new LocalUse(bytes.count(), bytes.end(), exact);
    }

    private void run(Piece.Scalar s) {
        // What global memory holds is not known.
        if (s.opcode() == Opcode.SLD) exact = false;
        if (s.opcode() == Opcode.SLDI && s.imm() instanceof AffineExpr.Constant(var value)) {
            registers.set(s.rd(), Form.constant(value));
        } else {
            registers.run(s, d -> variables[d]);
        }
        registers.wrap(s.rd());
    }

    private void run(List<Piece> body) throws Unresolved {
        for (var piece : body) {
            switch (piece) {
                case Piece.Scalar scalar -> run(scalar);
                case Piece.Issue issue when symbolic == 0 -> use(accesses.get(issue.behaviour()), issue.operands());
                case Piece.Issue issue -> {
                    for (var access : accesses.get(issue.behaviour())) use(access, issue.operands());
                }
                case Piece.Loop loop -> run(loop);
                case Piece.Decode _ -> {}
            }
        }
    }

    private void run(Piece.Loop loop) throws Unresolved {
        long left = loop.rounds(), first = loop.first(), last = first + (left - 1) * loop.step();
        Registers after = null;
        for (int tried = 0; left > 0; tried++, left--, first += loop.step()) {
            if (tried <= MOST_TRIED) after = together(loop, new Rounds(first, loop.step(), left), last);
            // When only registers are lost to what comes behind the loop, a few rounds may find them again.
            boolean gone = after == null || after.undescribed() > registers.undescribed() && symbolic == 0 && left <= MOST_FOR_REGISTERS;
            if (gone && tried == MOST_TRIED && symbolic > 0) throw new Unresolved();
            if (!gone || --roundsLeft < 0) {
                exact &= after != null;
                registers = after != null ? after : Registers.lost();
                return;
            }
            variables[loop.depth()] = AffineExpr.constant(first);
            run(loop.body());
        }
    }

    /// Looks at the rounds together. What is found before it turns out that this cannot be done is right all the same.
    ///
    /// @return the registers behind the loop; null when it cannot be done
    private Registers together(Piece.Loop loop, Rounds all, long last) {
        var before = registers.copy();
        var entry = registers.entering(loop, all.first, d -> variables[d]);
        registers = entry.copy();
        variables[loop.depth()] = AffineExpr.dim(loop.depth());
        rounds[loop.depth()] = all;
        symbolic++;
        try {
            run(loop.body());
            var after = before.copy();
            after.leave(loop, entry, last, d -> variables[d]);
            return after;
        } catch (Unresolved e) {
            return null;
        } finally {
            registers = before;
            symbolic--;
        }
    }

    /// Outside of loops, and where their variables are numbers.
    private void use(List<LocalAccess> list, int operands) {
        for (var access : list) {
            try {
                use(access, operands);
            } catch (Unresolved e) {
                exact = false;
            }
        }
    }

    private void use(LocalAccess access, int operands) throws Unresolved {
        if (access.width() <= 0 || access.count() <= 0) return;
        var repeats = new ArrayList<ByteSet.Repeat>();
        if (access.stride() != null) {
            var stride = register(access.stride(), operands);
            if (!stride.isConstant()) throw new Unresolved();
            repeats.add(new ByteSet.Repeat(((int) stride.constant() + access.more()) * access.width(), access.count()));
        }
        var base = access.base() == null ? Form.constant(0) : register(access.base(), operands);
        if (base.isConstant()) add((int) base.constant() + access.offset(), access, repeats);
        else use(base, access, repeats);
    }

    private Form register(Field field, int operands) throws Unresolved {
        var form = registers.get(Code.register(field, operands));
        if (form == null) throw new Unresolved();
        return form;
    }

    private void use(Form base, LocalAccess access, List<ByteSet.Repeat> repeats) throws Unresolved {
        var expression = base.expression();
        // A register has 32 bits; a sum that goes beyond them is no such sum any more.
        if (!fitsRegister(expression)) throw new Unresolved();
        var divided = new TreeSet<Integer>();
        for (var term : base.factors().keySet()) if (!(term instanceof AffineExpr.Dim)) dims(term, divided);
        base.factors().forEach((term, factor) -> {
            if (!(term instanceof AffineExpr.Dim(var d)) || divided.contains(d)) return;
            repeats.add(new ByteSet.Repeat(factor * rounds[d].step, rounds[d].count));
        });
        double values = 1;
        for (int d : divided) values *= rounds[d].count;
        if (values > MOST_VALUES) throw new Unresolved();
        var at = new long[variables.length];
        for (int d = 0; d < at.length; d++) if (rounds[d] != null) at[d] = rounds[d].first;
        each(expression, new ArrayList<>(divided), at, access, repeats);
    }

    /// Goes through all values of the variables that are left.
    private void each(AffineExpr expression, List<Integer> left, long[] at, LocalAccess access, List<ByteSet.Repeat> repeats) {
        if (left.isEmpty()) {
            add(expression.evaluate(at, new long[0]) + access.offset(), access, repeats);
            return;
        }
        int d = left.getFirst();
        for (long i = 0; i < rounds[d].count; i++) {
            at[d] = rounds[d].first + i * rounds[d].step;
            each(expression, left.subList(1, left.size()), at, access, repeats);
        }
    }

    private void add(long from, LocalAccess access, List<ByteSet.Repeat> repeats) {
        if (repeats.isEmpty()) bytes.add(from, from + access.width());
        else exact &= bytes.add(from, access.width(), repeats.toArray(ByteSet.Repeat[]::new));
    }

    private boolean fitsRegister(AffineExpr value) {
        try {
            return Interval.of(value, d -> rounds[d].interval()).isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE);
        } catch (ArithmeticException e) {
            return false;
        }
    }

    private static void dims(AffineExpr e, TreeSet<Integer> into) {
        switch (e) {
            case AffineExpr.Dim(var d) -> into.add(d);
            case AffineExpr.Binary(_, var left, var right) -> {
                dims(left, into);
                dims(right, into);
            }
            case AffineExpr.Symbol _, AffineExpr.Constant _ -> {}
        }
    }
}
