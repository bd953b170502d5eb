package pim.dialect.sim;

import java.util.List;
import java.util.Optional;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.dialect.inst.CoreOp;
import pim.dialect.inst.Count;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.GroupAttr;
import pim.dialect.inst.Loop;
import pim.dialect.isa.Opcode;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.DictionaryAttr;
import pim.simulate.CoreShape;
import pim.simulate.UnitKind;

/// The machine, its cores, and the instructions that actions are grouped into.
public sealed interface Structure extends Sim {
    /// What the cores of the module share, beside the network and the global memory, which are those of the timing model for the accelerator of the
    /// module.
    ///
    /// @param timingModel that the actions come from, which also says what is always drawn
    /// @param period      of the clock, ps
    /// @param timer       ps; what falls together goes in the order of the simulator of the field, which depends on a process that wakes each time this
    ///                    has passed
    @Format(value = "$timing_model `period` custom<Time>($period) (`timer` custom<Time>($timer)^)? attr-dict", parts = Time.class)
    record Machine(String timingModel, @Is(Duration.class) long period, @Is(Constraints.NonNegative.class) Optional<Long> timer)
        implements Structure {
        /// A millisecond, and so long that ten are a time that can be counted. ps.
        private static final long LONGEST_PERIOD = 1_000_000_000, LONGEST_TIMER = 100_000_000 * LONGEST_PERIOD;

        @Override public String verify(Operation self) {
            if (period == 0) return "expects a period above 0 ps";
            if (period > LONGEST_PERIOD) return "expects a period of at most " + Time.text(LONGEST_PERIOD) + ", but got " + Time.text(period);
            if (timer.isPresent() && timer.get() > LONGEST_TIMER) return "expects a timer of at most " + Time.text(LONGEST_TIMER) + ", but got "
                + Time.text(timer.get());
            if (timer.isPresent() && timer.get() == 0) return "expects a timer above 0 ps";
            for (var other = self.next(); other != null; other = other.next()) if (other.op() instanceof Machine) return "is not the only one";
            return null;
        }
    }

    /// The program of one core, and what the core has.
    ///
    /// @param reorder      instructions that may be in flight, from the dispatch to the retirement in order
    /// @param keepsWrites  whether two writes to the same bytes are kept in order
    /// @param vectorUnits  vector units
    /// @param memoryUnits  units for loads and stores beside the transfer unit
    /// @param arrayGroups  array groups
    /// @param crossbars    of each array group, for the report
    /// @param weights      what each array group holds, for the report
    /// @param events       event registers
    @Format("""
        $core `reorder` $reorder (`keeps_writes` $keeps_writes^)? `vectors` $vector_units `memories` $memory_units `groups` $array_groups
        (`crossbars` $crossbars^)? (`weights` $weights^)? `events` $events attr-dict-with-keyword $body""")
    record Core(@Is(Constraints.NonNegative.class) int core, int reorder, boolean keepsWrites, int vectorUnits, int memoryUnits, int arrayGroups,
                Optional<long[]> crossbars, Optional<List<GroupAttr>> weights, int events, Region body)
        implements Structure, CoreOp {
        /// So many of anything a core has at most: each unit is simulated.
        private static final int MOST = 1 << 16;

        @Override public long number() {
            return core;
        }

        @Override public String verify(Operation self) {
            if (reorder < 1 || reorder > MOST) return "expects a reorder buffer of 1 to " + MOST + " instructions, but got " + reorder;
            var wrong = amount("vector units", vectorUnits);
            if (wrong == null) wrong = amount("memory units", memoryUnits);
            if (wrong == null) wrong = amount("array groups", arrayGroups);
            if (wrong == null) wrong = amount("event registers", events);
            if (wrong == null) wrong = groups();
            if (wrong != null) return wrong;
            return CoreOp.super.verify(self);
        }

        private static String amount(String what, int count) {
            return count >= 0 && count <= MOST ? null : "expects 0 to " + MOST + " " + what + ", but got " + count;
        }

        private String groups() {
            if (crossbars.isPresent() && crossbars.get().length != arrayGroups) {
                return "expects crossbars of each of its " + arrayGroups + " array groups, but got " + crossbars.get().length;
            }
            for (long count : crossbars.orElse(new long[0])) {
                if (count >= 1 && count <= Integer.MAX_VALUE) continue;
                return "expects array groups of 1 to " + Integer.MAX_VALUE + " crossbars, but got " + count;
            }
            if (weights.isEmpty()) return null;
            if (crossbars.isEmpty()) return "has weights of array groups, but no crossbars that hold them";
            return weights.get().size() == arrayGroups ? null : "expects weights of each of its " + arrayGroups + " array groups, but got "
                + weights.get().size();
        }

        public CoreShape shape() {
            return new CoreShape(reorder, keepsWrites, vectorUnits, memoryUnits, arrayGroups, events);
        }
    }

    /// Runs its body for `from`, `from + step`, ... up to but without `to`.
    @Format(value = CountedLoop.FORMAT, parts = Loop.class)
    record For(long from, long to, @Is(Count.class) long step, Region body) implements Structure, CountedLoop {}

    /// So many instructions that go through the pipeline, one a cycle, and need no unit: scalar ones.
    @Format("$slots attr-dict")
    record Decode(@Is(Count.class) int slots) implements Structure {
        private static final int MOST = 1 << 24;

        @Override public String verify(Operation self) {
            return slots <= MOST ? null : "expects 1 to " + MOST + " slots, but got " + slots;
        }
    }

    /// One instruction: it waits in the dispatcher until the bytes that it uses are nobody's else and a unit is free, holds the unit while the
    /// actions of its body happen one after the other, and retires in order.
    ///
    /// Addresses are affine expressions of the variables of the loops around.
    ///
    /// @param group       the array group, of an instruction for [UnitKind#MATRIX]
    /// @param reads       where the one or two ranges of local memory begin that it reads
    /// @param readBytes   how long each is
    /// @param globalAt    the address in global memory, of a load or store
    /// @param peer        the other core of its messages
    /// @param event       the event register of a signal or of what it awaits
    /// @param value       that the event register is awaited to have
    /// @param localBytes  moved from and to local memory
    /// @param globalBytes moved from and to global memory
    /// @param spends      energy by part, pJ; the network's is counted message by message
    @Format(value = """
        $opcode `on` $unit (`group` $group^)? (`core` $peer^)? (`event` $event^)? (`value` $value^)?
        (`memory` `[` custom<Ranges>($reads, $read_bytes, $writes, $write_bytes, $global_at, $indices)^ `]`)? (`local` $local_bytes^)? (`global` $global_bytes^)?
        (`spends` custom<Spending>($spends)^)? attr-dict-with-keyword $body""", parts = {Ranges.class, Spending.class})
    record Issue(Opcode opcode, UnitKind unit, @Is(Constraints.NonNegative.class) Optional<Integer> group, Optional<AffineMapAttr> reads,
                 Optional<long[]> readBytes, Optional<AffineMapAttr> writes, @Is(Count.class) Optional<Long> writeBytes,
                 Optional<AffineMapAttr> globalAt, @Is(Constraints.Index.class) List<Value> indices, @Is(Constraints.NonNegative.class) Optional<Integer> peer,
                 @Is(Constraints.NonNegative.class) Optional<Integer> event, @Is(Constraints.NonNegative.class) Optional<Integer> value,
                 @Is(Size.class) Optional<Long> localBytes, @Is(Size.class) Optional<Long> globalBytes, Optional<DictionaryAttr> spends, Region body)
        implements Structure, Traits.NoTerminator, Traits.SingleBlock {
        @Override public String verify(Operation self) {
            return IssueVerifier.verify(self, this);
        }
    }
}
