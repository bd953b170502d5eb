package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import pim.dialect.arch.Accelerator;
import pim.dialect.sim.timing.Part;
import pim.dialect.sim.timing.StaticPower;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Interconnect;
import pim.simulate.Outcome;

/// Energy by part: what is always drawn over the time of the run, and what instructions and messages spend. pJ, which is mW times ns.
///
/// @param always  by part
/// @param working by part
public record Energy(Map<Part, Double> always, Map<Part, Double> working) {
    private static final double NANOSECOND = 1000;

    static Energy of(Timing timing, Outcome outcome) {
        var always = zeros();
        for (var power : timing.model().staticPower(timing.accelerator(), outcome.cores().size())) {
            always.merge(power.part(), power.power() * outcome.time() / NANOSECOND, Double::sum);
        }
        var working = zeros();
        for (var core : outcome.cores()) add(working, ofCore(timing, core));
        working.merge(Part.NETWORK, network(timing.accelerator(), outcome), Double::sum);
        return new Energy(always, working);
    }

    /// What a core always draws: as much as one core more makes it.
    static double alwaysOfCore(Timing timing, Outcome outcome) {
        int cores = outcome.cores().size();
        return (power(timing, cores) - power(timing, cores - 1)) * outcome.time() / NANOSECOND;
    }

    private static double power(Timing timing, int cores) {
        return timing.model().staticPower(timing.accelerator(), cores).stream().mapToDouble(StaticPower::power).sum();
    }

    /// What the instructions of a core spend, the network aside.
    static Map<Part, Double> ofCore(Timing timing, Outcome.CoreOutcome core) {
        var spent = zeros();
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            long count = core.count(cost);
            if (count > 0) timing.behaviours().get(cost).behaviour().energy().forEach((part, e) -> spent.merge(part, e * count, Double::sum));
        }
        return spent;
    }

    private static void add(Map<Part, Double> to, Map<Part, Double> other) {
        other.forEach((part, e) -> to.merge(part, e, Double::sum));
    }

    private static Map<Part, Double> zeros() {
        var zeros = new EnumMap<Part, Double>(Part.class);
        Arrays.stream(Part.values()).forEach(part -> zeros.put(part, 0.0));
        return zeros;
    }

    /// Of flits on the links of a chip, and of bytes on those between chips.
    private static double network(Accelerator accelerator, Outcome outcome) {
        var network = accelerator.chip().network();
        var traffic = outcome.traffic();
        double perByte = accelerator.costs().offChipLink().energy();
        var energies = new ArrayList<Double>();
        traffic.forEach((from, to) -> {
            energies.add(traffic.flits(from, to) * network.link(place(accelerator, from), place(accelerator, to)).energy());
            if (areOnTwoChips(accelerator, from, to)) energies.add(traffic.bytes(from, to) * perByte);
        });
        return energies.stream().mapToDouble(e -> e).sum();
    }

    /// Each chip has a global memory of its own.
    private static boolean areOnTwoChips(Accelerator accelerator, int from, int to) {
        int cores = accelerator.chip().cores();
        return from != Interconnect.MEMORY && to != Interconnect.MEMORY && from / cores != to / cores;
    }

    private static int place(Accelerator accelerator, int place) {
        return place == Interconnect.MEMORY ? accelerator.chip().globalMemoryId() : place;
    }

    public double total() {
        return sum(always) + sum(working);
    }

    static double sum(Map<Part, Double> parts) {
        return parts.values().stream().mapToDouble(e -> e).sum();
    }
}
