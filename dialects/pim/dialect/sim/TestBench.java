package pim.dialect.sim;

import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Constraints;
import pim.dialect.inst.Count;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Traits;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.SymbolRefAttr;

/// A simulation and what must come out of it, beside the program in one module. `pim-run --timing` goes through it line by line.
public sealed interface TestBench extends Sim {
    @Override default String verify(Operation self) {
        boolean within = self.parent() != null && self.parent().has(Bench.class);
        return within ? verifyLine() : "expects to be within a sim.bench";
    }

    /// What is wrong with the line in a test bench; null when nothing is.
    default String verifyLine() {
        return null;
    }

    /// What is done with the program of the module around, whatever its level.
    @Format("attr-dict-with-keyword $body")
    record Bench(Region body) implements TestBench, Traits.NoTerminator, Traits.SingleBlock {
        @Override public String verify(Operation self) {
            boolean ran = false, given = false;
            if (body.isEmpty()) return "expects a body";
            for (var op : body.entry()) {
                switch (op.op()) {
                    case Input _ -> given = true;
                    case Run _ -> {
                        ran = true;
                        given = false;
                    }
                    case Expect _, Bounds<?> _, Report _ -> {
                        if (!ran) return "has a " + op.name() + " that no sim.run stands before";
                    }
                    case null, default -> {
                        return "expects lines of a test bench in its body, but got " + op.name();
                    }
                }
            }
            if (given) return "has a sim.input at its end that no sim.run takes";
            return ran ? null : "expects a sim.run";
        }
    }

    /// Gives an input of the program its value, for all runs from here on.
    @Format("$input `,` $value attr-dict")
    record Input(SymbolRefAttr input, DenseElementsAttr value) implements TestBench {
        @Override public String verifyLine() {
            return BenchTensor.verify(value);
        }
    }

    /// Runs the program: its values when the test bench gives inputs or expects outputs, its time in any other case and when that is asked for.
    ///
    /// @param samples that the time is of, one behind the other as the cores are ready; 1 when it is left out
    /// @param warmUp  of these, how many do not count for the throughput; 0 when it is left out
    @Format("(`samples` $samples^)? (`warm_up` $warm_up^)? attr-dict")
    record Run(@Is(Count.class) Optional<Long> samples, @Is(Constraints.NonNegative.class) Optional<Integer> warmUp) implements TestBench {
        @Override public String verifyLine() {
            if (warmUp.isEmpty() || warmUp.get() < samples.orElse(1L)) return null;
            return "expects a warm-up of fewer than its " + samples.orElse(1L) + " samples, but got " + warmUp.get();
        }
    }

    /// An output of the last run has this value. Integers are compared one by one.
    ///
    /// @param within how far a float may be away; 0 when it is left out
    @Format("$output `,` $value (`within` $within^)? attr-dict")
    record Expect(SymbolRefAttr output, DenseElementsAttr value, @Is(Constraints.NonNegative.class) Optional<Double> within) implements TestBench {
        @Override public String verifyLine() {
            var wrong = BenchTensor.verify(value);
            if (wrong != null || within.isEmpty()) return wrong;
            if (!BenchTensor.isOfFloats(value)) return "expects integers exactly, but says within " + within.get();
            return within.get() >= 0 ? null : "expects within to be 0 or more, but got " + within.get();
        }
    }

    /// A figure of the last run is within these bounds, of which one may be left out.
    sealed interface Bounds<T extends Comparable<T>> extends TestBench {
        /// The text of those that are numbers.
        String FORMAT = "(`at_least` $at_least^)? (`at_most` $at_most^)? attr-dict";

        Optional<T> atLeast();

        Optional<T> atMost();

        @Override default String verifyLine() {
            if (atLeast().isEmpty() && atMost().isEmpty()) return "expects at_least, at_most or both";
            boolean empty = atLeast().isPresent() && atMost().isPresent() && atLeast().get().compareTo(atMost().get()) > 0;
            return empty ? "expects what nothing can be: at least " + atLeast().get() + " and at most " + atMost().get() : null;
        }
    }

    /// The last core finishes within these times.
    @Format(value = "(`at_least` custom<Time>($at_least)^)? (`at_most` custom<Time>($at_most)^)? attr-dict", parts = Time.class)
    record ExpectTime(Optional<Long> atLeast, Optional<Long> atMost) implements Bounds<Long> {}

    /// The last core finishes after so many cycles of the clock.
    @Format(Bounds.FORMAT)
    record ExpectCycles(Optional<Long> atLeast, Optional<Long> atMost) implements Bounds<Long> {}

    /// The run spends so much energy, pJ.
    @Format(Bounds.FORMAT)
    record ExpectEnergy(Optional<Double> atLeast, Optional<Double> atMost) implements Bounds<Double> {}

    /// So many samples are done in a second, counted from the end of the warm-up to the end of the last one.
    @Format(Bounds.FORMAT)
    record ExpectThroughput(Optional<Double> atLeast, Optional<Double> atMost) implements Bounds<Double> {}

    /// Prints what the run was like, under the key and in the units of the report that `--json` writes.
    @Format("$what attr-dict")
    record Report(Subject what) implements TestBench {}

    /// What a report can be of.
    enum Subject {
        LATENCY("latency_ms"), CORE_FINISH("core_finish_ms"), ENERGY("energy_pJ"), POWER("power_mW"), INSTRUCTIONS("instructions"),
        ENERGY_BY_PART("energy"), BOUNDS("bounds_ms"), CORES("cores"), LAYERS("layers"), TRAFFIC("traffic"), SAMPLES("samples"),
        FRONT_END("front_end_ms"), CROSSBARS("crossbars"), LOCAL_MEMORY("local_memory"), AREA("area");

        private final String key;

        Subject(String key) {
            this.key = key;
        }

        /// Where it stands in the report.
        public String key() {
            return key;
        }
    }
}
