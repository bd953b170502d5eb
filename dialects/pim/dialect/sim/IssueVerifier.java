package pim.dialect.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import pim.define.AttributeCodec;
import pim.dialect.inst.Count;
import pim.dialect.isa.Opcode;
import pim.dialect.sim.timing.Part;
import pim.ir.BlockArgument;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.type.FloatType;
import pim.simulate.UnitKind;

/// What must hold of an instruction, so that the simulator can do what it says.
final class IssueVerifier {
    private static final int MOST_READS = 2;
    /// pJ.
    private static final double MOST_ENERGY = 1e18;

    private final Operation op;
    private final Structure.Issue issue;

    private IssueVerifier(Operation op, Structure.Issue issue) {
        this.op = op;
        this.issue = issue;
    }

    /// What is wrong, as it reads behind the name of the op; null when nothing is.
    static String verify(Operation op, Structure.Issue issue) {
        var verifier = new IssueVerifier(op, issue);
        var wrong = verifier.unit();
        if (wrong == null) wrong = verifier.ranges();
        if (wrong == null) wrong = verifier.energy();
        return wrong == null ? verifier.actions() : wrong;
    }

    private String unit() {
        if (issue.opcode().unit() == Opcode.Unit.SCALAR) return "is " + issue.opcode().mnemonic() + ", which needs no unit; sim.decode counts such";
        boolean matrix = issue.unit() == UnitKind.MATRIX;
        if (matrix != issue.group().isPresent()) return matrix ? "expects the array group that it is for" : "names an array group, but is for "
            + AttributeCodec.spelling(issue.unit());
        if (issue.value().isPresent() && issue.event().isEmpty()) return "has a value to await, but no event";
        for (var p = op.parent(); p != null; p = p.parent()) if (p.op() instanceof Structure.Core core) return unit(core);
        return "expects to be within a sim.core";
    }

    private String unit(Structure.Core core) {
        int units = switch (issue.unit()) {
            case VECTOR -> core.vectorUnits();
            case MEMORY -> core.memoryUnits();
            case TRANSFER -> 1;
            case MATRIX -> core.arrayGroups();
        };
        if (issue.group().orElse(0) >= units) return "needs " + issue.group().map(g -> "array group " + g).orElse("a unit for "
            + AttributeCodec.spelling(issue.unit())) + ", but core " + core.core() + " has " + units;
        if (issue.event().isPresent() && issue.event().get() >= core.events()) return "names event " + issue.event().get() + ", but core "
            + core.core() + " has " + core.events();
        return null;
    }

    private String ranges() {
        int reads = issue.reads().map(r -> r.value().results().size()).orElse(0);
        if (reads > MOST_READS || issue.reads().isPresent() && reads == 0) return "expects 1 or 2 ranges that it reads, but got " + reads;
        long[] bytes = issue.readBytes().orElse(new long[0]);
        if (bytes.length != reads) return "expects read_bytes of each of the " + reads + " ranges that it reads, but got " + bytes.length;
        for (long b : bytes) if (b < 1 || b > Count.LARGEST) return "expects to read 1 to " + Count.LARGEST + " bytes, but got " + b;
        if (issue.writes().isPresent() != issue.writeBytes().isPresent()) return "expects both writes and write_bytes or neither";
        if (issue.writes().isPresent() && issue.writes().get().value().results().size() != 1) return "expects one range that it writes, but got "
            + issue.writes().get().value().results().size();
        if (issue.globalAt().isPresent()) {
            int results = issue.globalAt().get().value().results().size();
            if (results != 1) return "expects one address in global memory, but got " + results;
            if (reads == MOST_READS && issue.writes().isPresent()) return "expects at most two ranges of local memory beside an address in global memory, "
                + "but got three";
        }
        if (issue.reads().isEmpty() && issue.writes().isEmpty() && issue.globalAt().isEmpty() && !issue.indices().isEmpty()) return "has indices, but no addresses";
        var wrong = addresses(issue.reads());
        if (wrong == null) wrong = addresses(issue.writes());
        return wrong == null ? addresses(issue.globalAt()) : wrong;
    }

    private String addresses(Optional<AffineMapAttr> of) {
        if (of.isEmpty()) return null;
        var map = of.get().value();
        if (map.symbols() != 0) return "expects addresses without symbols, but got " + of.get();
        if (map.dims() != issue.indices().size()) return "expects addresses of as many variables as there are indices, " + issue.indices().size()
            + ", but got " + of.get();
        var loops = new ArrayList<Interval>();
        for (var index : issue.indices()) {
            var loop = loop(index);
            if (loop == null) return "uses an index that is not the variable of a loop around it";
            // A loop that does not run computes nothing, and one that would not end is refused itself.
            if (loop.step() < 1 || loop.trips() == 0) return null;
            loops.add(new Interval(loop.from(), loop.from() + (loop.trips() - 1) * loop.step()));
        }
        for (var address : map.results()) {
            var wrong = address(address, loops);
            if (wrong != null) return wrong;
        }
        return null;
    }

    private static String address(AffineExpr address, ArrayList<Interval> loops) {
        try {
            var values = Interval.of(address, loops::get);
            if (values.isWithin(Integer.MIN_VALUE, Integer.MAX_VALUE)) return null;
            return "expects addresses from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE + ", but got some within " + values.least() + " to "
                + values.most();
        } catch (ArithmeticException e) {
            return "computes an address that overflows or divides by what is not above zero";
        }
    }

    private Structure.For loop(Value index) {
        if (!(index instanceof BlockArgument argument) || argument.parentBlock().parent() == null) return null;
        var owner = argument.parentBlock().parent();
        for (var p = op.parent(); p != null; p = p.parent()) if (p == owner) return p.op() instanceof Structure.For loop ? loop : null;
        return null;
    }

    private String energy() {
        if (issue.spends().isEmpty()) return null;
        var parts = Arrays.stream(Part.values()).map(AttributeCodec::spelling).toList();
        for (var entry : issue.spends().get().entries()) {
            if (!parts.contains(entry.name())) return "spends energy of " + entry.name() + ", but the parts are " + String.join(", ", parts);
            boolean amount = entry.value() instanceof FloatAttr f && f.type() == FloatType.F64 && f.value() >= 0 && f.value() <= MOST_ENERGY;
            if (!amount) return "expects the pJ of " + entry.name() + " as an f64 from 0 to 1e18, but got " + entry.value();
        }
        return null;
    }

    private String actions() {
        if (issue.body().isEmpty()) return "expects a body";
        boolean passing = false, offered = false;
        for (var action : issue.body().entry()) {
            var wrong = action.op() instanceof TimedAction a ? needs(action.name(), a) : "expects timed actions in its body, but got " + action.name();
            if (wrong != null) return wrong;
            switch ((TimedAction) action.op()) {
                case TimedAction.Access _, TimedAction.Compute _ -> passing = true;
                case TimedAction.Elapse _ -> passing = false;
                case TimedAction.Offer _ -> offered = true;
                case TimedAction.Transmit _ -> {
                    if (!offered) return "transmits what it has not offered; expected a sim.offer before each sim.transmit";
                    offered = false;
                }
                case TimedAction.Load _, TimedAction.Store _, TimedAction.Accept _, TimedAction.Signal _, TimedAction.Await _ -> {}
            }
        }
        return passing ? "has accesses or computations at its end that take no time; expected a sim.elapse behind them" : null;
    }

    private static final Set<Class<? extends TimedAction>> MESSAGES = Set.of(TimedAction.Offer.class, TimedAction.Transmit.class,
        TimedAction.Accept.class, TimedAction.Signal.class);

    private String needs(String name, TimedAction action) {
        if (MESSAGES.contains(action.getClass()) || action instanceof TimedAction.Await) {
            if (issue.unit() != UnitKind.TRANSFER) return "is for " + AttributeCodec.spelling(issue.unit()) + ", but only the transfer unit can do "
                + name;
        }
        if (MESSAGES.contains(action.getClass()) && issue.peer().isEmpty()) return "expects the other core for its " + name;
        if (action instanceof TimedAction.Signal && issue.event().isEmpty()) return "expects the event for its " + name;
        if (action instanceof TimedAction.Await && issue.value().isEmpty()) return "expects the event and its value for its " + name;
        return null;
    }
}
