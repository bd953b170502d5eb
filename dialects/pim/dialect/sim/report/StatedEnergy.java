package pim.dialect.sim.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pim.dialect.arch.Memory;
import pim.dialect.sim.timing.Behaviour;
import pim.dialect.sim.timing.Part;
import pim.dialect.sim.timing.Timing;
import pim.simulate.Outcome;

/// How much of an energy somebody has given: a part that is used and counts for nothing is one that nobody has told the energy of. What control and
/// transfer units spend at work no timing model knows, so they are not asked for.
///
/// @param any    whether any of it has been given; also where nothing was used
/// @param absent parts that had something to do, and have no energy or power
record StatedEnergy(boolean any, Set<Part> absent) {
    /// Of a whole run.
    static StatedEnergy of(Timing timing, Outcome outcome, Energy energy) {
        var used = used(timing, outcome.cores());
        var traffic = outcome.traffic();
        traffic.forEach((from, to) -> {
            if (traffic.flits(from, to) > 0) used.add(Part.NETWORK);
        });
        var given = EnumSet.allOf(Part.class);
        given.removeIf(part -> energy.working().get(part) == 0 && (energy.always().get(part) == 0 || !isGiven(timing, part)));
        boolean any = used.isEmpty() || !given.isEmpty();
        used.removeAll(given);
        return new StatedEnergy(any, used);
    }

    private static Set<Part> used(Timing timing, Collection<Outcome.CoreOutcome> cores) {
        var used = EnumSet.noneOf(Part.class);
        for (int cost = 0; cost < timing.behaviours().size(); cost++) {
            int at = cost;
            if (cores.stream().anyMatch(core -> core.count(at) > 0)) use(timing.behaviours().get(cost).behaviour(), used);
        }
        return used;
    }

    private static void use(Behaviour behaviour, Set<Part> used) {
        switch (behaviour.unit()) {
            case MATRIX -> used.add(Part.MATRIX_UNIT);
            case VECTOR -> used.add(Part.VECTOR_UNIT);
            case TRANSFER, MEMORY -> { }
        }
        if (behaviour.local() > 0) used.add(Part.LOCAL_MEMORY);
        if (behaviour.global() > 0) used.add(Part.GLOBAL_MEMORY);
    }

    /// Whether the power that a part always draws is one that the description gives.
    private static boolean isGiven(Timing timing, Part part) {
        var chip = timing.accelerator().chip();
        return switch (part) {
            case LOCAL_MEMORY -> chip.core().localMemory().hasEnergy();
            case GLOBAL_MEMORY -> chip.globalMemory().hasEnergy();
            case CONTROL, MATRIX_UNIT, VECTOR_UNIT, TRANSFER_UNIT, NETWORK -> true;
        };
    }

    /// What is absent, by name.
    List<String> names() {
        return absent.stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }

    /// A line where something is absent of an energy that is stated.
    String text() {
        return !any || absent.isEmpty() ? "" : "  energy: lacks that of " + String.join(", ", names()) + ", which no key that is counted states" + System.lineSeparator();
    }
}
