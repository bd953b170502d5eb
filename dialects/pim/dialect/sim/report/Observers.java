package pim.dialect.sim.report;

import java.util.List;
import pim.simulate.Observer;
import pim.simulate.UnitKind;

/// Several observers of one run.
public record Observers(List<Observer> all) implements Observer {
    /// What observes for all of them, none for none.
    public static Observer of(List<Observer> all) {
        return all.isEmpty() ? null : all.size() == 1 ? all.getFirst() : new Observers(List.copyOf(all));
    }

    @Override public void dispatched(int number, int before, int blocker, int cost, long time) {
        for (var one : all) one.dispatched(number, before, blocker, cost, time);
    }

    @Override public void because(int number, int blocker, int partner, long[] spent) {
        for (var one : all) one.because(number, blocker, partner, spent);
    }

    @Override public void ended(int core, UnitKind unit, int lane, int origin, int cost, long from, long to) {
        for (var one : all) one.ended(core, unit, lane, origin, cost, from, to);
    }
}
