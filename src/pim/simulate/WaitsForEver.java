package pim.simulate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/// Finds cores that wait for each other in a run that was stopped while others still work. Each core has one unit that sends and receives, so a unit
/// that waits for a message has one core that it waits for.
final class WaitsForEver {
    private final ActionTable actions;
    /// By the number of a core, which may have no program.
    private final Core[] byNumber;

    WaitsForEver(ActionTable actions, Core[] byNumber) {
        this.actions = actions;
        this.byNumber = byNumber;
    }

    /// Units that wait in a circle, or the one that waits for a core without a program; none where each may still go on.
    List<Unit> among(Core[] cores) {
        return Stream.of(cores).map(this::from).filter(w -> !w.isEmpty()).findFirst().orElse(List.of());
    }

    private List<Unit> from(Core core) {
        var path = new LinkedHashSet<Unit>();
        var unit = waiting(core);
        while (unit != null && path.add(unit)) {
            var partner = unit.peer < byNumber.length ? byNumber[unit.peer] : null;
            if (partner == null) return List.of(unit);
            unit = waiting(partner);
        }
        if (unit == null) return List.of();
        var start = unit;
        var circle = path.stream().dropWhile(u -> u != start).toList();
        // One that sends and the one that receives it have met; the message is on its way.
        return circle.size() == 2 && offers(circle.getFirst()) != offers(circle.getLast()) ? List.of() : circle;
    }

    /// The unit of the core that waits for another one to come to its half of a message, or null.
    private Unit waiting(Core core) {
        return Stream.of(core.transfer).filter(u -> !u.ready && u.at > 0 && (offers(u) || accepts(u))).findFirst().orElse(null);
    }

    private boolean offers(Unit unit) {
        return actions.kinds[unit.at - 1] == ActionTable.OFFER;
    }

    /// Whether it receives and has not permitted the other one to send.
    private boolean accepts(Unit unit) {
        return actions.kinds[unit.at - 1] == ActionTable.ACCEPT && unit.core.acceptsFrom == unit.peer;
    }
}
