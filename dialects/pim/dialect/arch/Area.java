package pim.dialect.arch;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// The area of an accelerator, part by part, in mm2: sums of what its description states (see [Costs]), nothing else. A whole that is stated stands
/// for its parts, which may be less; a part that is not stated is listed as absent and counts for nothing.
///
/// @param parts  in the order of [Costs]: of the arrays with their converters, of a core, of the chips
/// @param core   of an ordinary core; empty where neither it nor any of its parts is stated
/// @param total  of all chips; empty where nothing of them is stated
/// @param absent keys of areas that the total lacks; none where it is whole
public record Area(List<Part> parts, OptionalDouble core, OptionalDouble total, List<String> absent) {
    private static final String COSTS = "pimlico.costs.", AREA = ".area";

    /// @param name    as in [Costs]
    /// @param whole   the one that it is a part of; null of a chip
    /// @param each    of one, as stated
    /// @param perCore how many an ordinary core has; 0 for what is not a part of a core, and where that is not known
    /// @param count   how many there are in all; 0 where that is not known
    public record Part(String name, String whole, double each, long perCore, long count) {
        /// Where its area is stated.
        public String key() {
            return COSTS + name + AREA;
        }

        public double total() {
            return each * count;
        }
    }

    public static Area of(Accelerator accelerator) {
        return new Sum(accelerator).area();
    }

    /// The area of one core; empty where it is not known, as that of a core with crossbars of another size is not.
    public static OptionalDouble ofCore(Accelerator accelerator, int core) {
        return new Sum(accelerator).core(accelerator.matrixUnit(core));
    }

    private static final class Sum {
        private final Accelerator accelerator;
        private final Costs costs;
        private final List<String> absent = new ArrayList<>();
        private final List<Part> parts = new ArrayList<>();

        Sum(Accelerator accelerator) {
            this.accelerator = accelerator;
            costs = accelerator.costs();
        }

        Area area() {
            var unit = accelerator.matrixUnit();
            long cores = accelerator.cores(), chips = accelerator.chips().count(), own = 0, arrays = 0;
            if (unit.arraysAre() == ArrayCount.PHYSICAL) {
                own = unit.arrays();
                for (int core = 0; core < cores; core++) arrays += accelerator.matrixUnit(core).arrays();
            }
            part("array", "matrix_unit", costs.array(), own, arrays);
            part("dac", "matrix_unit", costs.dac(), own * unit.dac().count(), arrays * unit.dac().count());
            part("adc", "matrix_unit", costs.adc(), own * unit.adc().count(), arrays * unit.adc().count());
            part("shift_adder", "matrix_unit", costs.shiftAdder(), own, arrays);
            part("matrix_unit", "core", costs.matrixUnit(), 1, cores);
            part("vector_unit", "core", costs.vectorUnit(), 1, cores);
            part("local_memory", "core", costs.localMemory(), 1, cores);
            part("control_unit", "core", costs.controlUnit(), 1, cores);
            part("core", "chip", costs.core(), 1, cores);
            part("router", "chip", costs.router(), 0, routers());
            part("global_memory", "chip", costs.globalMemory(), 0, chips);
            part("off_chip_link", "chip", costs.offChipLink(), 0, chips);
            part("chip", null, costs.chip(), 0, chips);
            var total = total();
            return new Area(List.copyOf(parts), new Sum(accelerator).core(unit), total, absent.stream().distinct().toList());
        }

        private long routers() {
            return (long) accelerator.chips().count() * Math.ceilDiv(accelerator.chip().cores(), costs.coresPerRouter());
        }

        private void part(String name, String whole, Cost cost, long perCore, long count) {
            if (cost.area() > 0) parts.add(new Part(name, whole, cost.area(), perCore, count));
        }

        private OptionalDouble total() {
            long chips = accelerator.chips().count();
            if (costs.chip().area() > 0) return OptionalDouble.of(chips * costs.chip().area());
            var all = OptionalDouble.empty();
            for (int core = 0; core < accelerator.cores(); core++) all = plus(all, core(accelerator.matrixUnit(core)));
            all = plus(all, stated("router", costs.router(), routers()));
            all = plus(all, stated("global_memory", costs.globalMemory(), chips));
            return plus(all, stated("off_chip_link", costs.offChipLink(), chips));
        }

        /// A core with this matrix unit.
        OptionalDouble core(MatrixUnit unit) {
            if (costs.core().area() > 0 && unit.equals(accelerator.matrixUnit())) return OptionalDouble.of(costs.core().area());
            var sum = matrixUnit(unit);
            sum = plus(sum, stated("vector_unit", costs.vectorUnit(), 1));
            sum = plus(sum, stated("local_memory", costs.localMemory(), 1));
            return plus(sum, stated("control_unit", costs.controlUnit(), 1));
        }

        /// Of arrays with their converters, where they are counted as they are on the chip: how many of those a logical array is, nobody says.
        private OptionalDouble matrixUnit(MatrixUnit unit) {
            var ordinary = accelerator.matrixUnit();
            if (costs.matrixUnit().area() > 0 && unit.equals(ordinary)) return OptionalDouble.of(costs.matrixUnit().area());
            if (unit.arraysAre() == ArrayCount.LOGICAL || !unit.crossbar().equals(ordinary.crossbar()) || costs.arrays(unit).area() == 0) {
                absent.add(COSTS + "matrix_unit" + AREA);
                return OptionalDouble.empty();
            }
            var sum = stated("array", costs.array(), unit.arrays());
            sum = plus(sum, stated("dac", costs.dac(), (double) unit.arrays() * unit.dac().count()));
            sum = plus(sum, stated("adc", costs.adc(), (double) unit.arrays() * unit.adc().count()));
            return plus(sum, stated("shift_adder", costs.shiftAdder(), unit.arrays()));
        }

        private OptionalDouble stated(String name, Cost cost, double count) {
            if (cost.area() > 0) return OptionalDouble.of(count * cost.area());
            absent.add(COSTS + name + AREA);
            return OptionalDouble.empty();
        }

        private static OptionalDouble plus(OptionalDouble a, OptionalDouble b) {
            return a.isEmpty() ? b : b.isEmpty() ? a : OptionalDouble.of(a.getAsDouble() + b.getAsDouble());
        }
    }
}
