package pim.dialect.sim.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import pim.dialect.arch.ArrayCount;
import pim.dialect.arch.MatrixUnit;
import pim.dialect.inst.GroupAttr;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Cause;
import pim.simulate.Outcome;
import pim.simulate.UnitKind;

/// How much of the crossbars holds weights, and how much of the time that multiplies. Arrays are counted as programs count the crossbars of their
/// array groups: as logical ones, which hold whole weights. Those that an accelerator with physical arrays has follow from the width of the weights.
///
/// @param arrays      that there are
/// @param used        arrays that array groups are made of; -1 where the program does not say it
/// @param cells       weights that all arrays hold
/// @param usedCells   weights that those that are used hold
/// @param weightCells weights that they do hold; -1 where the program does not say what its array groups hold
/// @param multiplying of each array that is used the time that it multiplies, all together, ps; -1 where the program does not say them
/// @param time        of the run, ps
record CrossbarReport(long arrays, long used, double cells, double usedCells, double weightCells, double multiplying, long time) {
    private static final double UNKNOWN = -1;

    /// Of a core that does nothing.
    private static CrossbarReport idle(MatrixUnit unit, int bits, long time) {
        double columns = unit.arraysAre() == ArrayCount.LOGICAL ? 1 : unit.columnsPerWeight(bits);
        return new CrossbarReport(unit.logicalArrays(bits), 0, unit.arrays() * unit.crossbar().cells() / columns, 0, 0, 0, time);
    }

    static CrossbarReport ofCore(Timing timing, Outcome outcome, Outcome.CoreOutcome core) {
        var unit = timing.accelerator().matrixUnit(core.core());
        var groups = timing.arrayGroups(core.core());
        var units = core.units().stream().filter(u -> u.kind() == UnitKind.MATRIX).toList();
        int bits = groups.held().isEmpty() ? unit.weightBits() : groups.held().getFirst().weightBits();
        var idle = idle(unit, bits, outcome.time());
        if (groups.crossbars().length < units.size()) return new CrossbarReport(idle.arrays, -1, idle.cells, UNKNOWN, UNKNOWN, UNKNOWN, idle.time);
        double multiplying = 0, weights = 0;
        for (int i = 0; i < units.size(); i++) multiplying += (double) groups.crossbars()[i] * units.get(i).causes().get(Cause.COMPUTE);
        for (var held : groups.held()) weights += (double) held.part().rows() * held.part().cols();
        boolean said = groups.held().size() == groups.crossbars().length;
        return new CrossbarReport(idle.arrays, groups.arrays(), idle.cells, (double) groups.arrays() * unit.crossbar().cells(),
            said ? weights : UNKNOWN, multiplying, idle.time);
    }

    /// Of all cores, those without a program among them.
    static CrossbarReport of(Timing timing, Outcome outcome) {
        var accelerator = timing.accelerator();
        var byCore = new HashMap<Integer, CrossbarReport>();
        for (var core : outcome.cores()) byCore.put(core.core(), ofCore(timing, outcome, core));
        int bits = outcome.cores().stream().flatMap(c -> timing.arrayGroups(c.core()).held().stream()).findFirst().map(GroupAttr::weightBits)
            .orElse(accelerator.matrixUnit().weightBits());
        var all = new CrossbarReport(0, 0, 0, 0, 0, 0, outcome.time());
        for (int core = 0; core < accelerator.cores(); core++) {
            var one = byCore.get(core);
            all = all.plus(one != null ? one : idle(accelerator.matrixUnit(core), bits, outcome.time()));
        }
        return all;
    }

    private CrossbarReport plus(CrossbarReport o) {
        return new CrossbarReport(arrays + o.arrays, used < 0 || o.used < 0 ? -1 : used + o.used, cells + o.cells, sum(usedCells, o.usedCells),
            sum(weightCells, o.weightCells), sum(multiplying, o.multiplying), time);
    }

    private static double sum(double a, double b) {
        return a < 0 || b < 0 ? UNKNOWN : a + b;
    }

    /// For JSON.
    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("arrays", arrays);
        tree.put("used", used < 0 ? null : used);
        tree.put("used_ratio", ratio(used, arrays));
        tree.put("weight_cells_ratio", ratio(weightCells, cells));
        tree.put("weight_cells_of_used_ratio", ratio(weightCells, usedCells));
        tree.put("utilisation", ratio(multiplying, (double) arrays * time));
        tree.put("utilisation_of_used", ratio(multiplying, (double) used * time));
        return tree;
    }

    private static Double ratio(double part, double whole) {
        return part < 0 ? null : whole <= 0 ? Double.valueOf(0) : Double.valueOf(part / whole);
    }

    /// In a line; empty where the program does not say what it uses.
    String text() {
        if (used < 0) return "";
        var text = new StringBuilder(String.format(Locale.ROOT, "  crossbars: %d of %d used (%.1f %%)", used, arrays, 100 * ratio(used, arrays)));
        if (weightCells >= 0 && used > 0) percent(text, ", weights in %.1f %% of their cells", ratio(weightCells, usedCells));
        if (used > 0) percent(text, ", multiplying %.1f %% of the time", ratio(multiplying, (double) used * time));
        return text.append(System.lineSeparator()).toString();
    }

    private static void percent(StringBuilder text, String format, double ratio) {
        text.append(String.format(Locale.ROOT, format, 100 * ratio));
    }
}
