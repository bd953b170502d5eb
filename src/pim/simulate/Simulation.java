package pim.simulate;

import java.util.Arrays;
import java.util.List;

/// A run of programs on a machine of cores: discrete events, in picoseconds. All cores share one clock; a unit that has done its work reports it at
/// an edge of the clock.
public final class Simulation implements Timeline.Handler {
    /// Numbers of processes below are the machine's own.
    private static final int FIRST_UNIT = 2;

    private final Machine machine;
    private final ActionTable actions;
    private final Core[] cores;
    private final Unit[] units;
    private final Switch[] switches;
    private final Spans spans = new Spans();
    private final Timeline timeline;
    private final FrontEnd frontEnd;
    private final Execution execution;
    private final WaitsForEver waitsForEver;
    /// Leaves out rounds of loops; null where each is watched.
    private final SteadyState steadyState;
    /// Whether rounds of loops within a program may be alike; if not, samples may be.
    private final boolean roundsRepeat;
    private long turns, begun, limit;

    /// @param everyRound whether each round of a loop and each sample is gone through, also where it is known to be as the one before
    /// @param observer   that is told of each instruction, or null; it makes that so
    public Simulation(Machine machine, ActionTable actions, List<CoreProgram> programs, boolean everyRound, Observer observer) {
        this.machine = machine;
        this.actions = actions;
        cores = new Core[programs.size()];
        var byNumber = new Core[programs.stream().mapToInt(p -> p.core() + 1).max().orElse(0)];
        int processes = FIRST_UNIT;
        for (int i = 0; i < cores.length; i++) {
            cores[i] = new Core(programs.get(i), i, processes);
            byNumber[cores[i].number] = cores[i];
            processes = cores[i].lastProcess();
        }
        units = new Unit[processes];
        switches = new Switch[processes];
        for (var core : cores) {
            core.units().forEach(u -> units[u.process] = u);
            switches[core.network.process] = core.network;
        }
        timeline = Timeline.of(machine, processes, cores.length, this);
        frontEnd = new FrontEnd(timeline, cores, processes, spans, observer);
        execution = new Execution(machine, actions, byNumber, timeline, processes);
        waitsForEver = new WaitsForEver(actions, byNumber);
        roundsRepeat = programs.stream().allMatch(p -> p.stream().repeats());
        steadyState = observer == null && !everyRound ? new SteadyState(cores, timeline, this::state) : null;
    }

    /// Runs all programs until they end, nothing can happen any more or the time `limit` has passed.
    public Outcome run(long limit) {
        this.limit = limit;
        frontEnd.begin();
        boolean stopped = timeline.run(limit);
        var blocked = stopped ? waitsForEver.among(cores) : Arrays.stream(cores).flatMap(Core::units).filter(u -> !u.ready).toList();
        var waiting = blocked.stream().map(u -> Outcome.Waiting.of(u, actions)).toList();
        long time = stopped ? limit : Arrays.stream(cores).mapToLong(c -> c.finishedAt).max().orElse(0);
        var ends = Arrays.stream(cores).map(c -> Outcome.CoreOutcome.of(c, time)).toList();
        return new Outcome(time, steadyState == null ? 0 : steadyState.leaps(), ends, waiting, spans, machine.interconnect().traffic());
    }

    @Override public void resume(int process) {
        if (process >= units.length) execution.proceedFlight(process);
        else if (units[process] != null) execution.proceed(units[process]);
        else execution.proceed(switches[process]);
    }

    @Override public boolean ended(Unit unit, long edge) {
        return frontEnd.ended(unit, edge);
    }

    @Override public void edge(Unit[] ended, int count) {
        frontEnd.edge(ended, count);
        for (int i = 0; i < frontEnd.starts(); i++) execution.proceed(units[frontEnd.start(i)]);
        timeline.settle();
        frontEnd.settle();
    }

    @Override public void settled() {
        if (steadyState == null || frontEnd.turns() == turns) return;
        turns = frontEnd.turns();
        boolean begins = frontEnd.begun() != begun;
        if (!begins && !roundsRepeat) return;
        begun = frontEnd.begun();
        steadyState.turn(limit, frontEnd.turned().index, begins);
    }

    private void state(State state) {
        for (var core : cores) core.state(state, actions);
        execution.state(state);
        machine.globalMemory().state(state);
        machine.interconnect().state(state);
        machine.interconnect().traffic().state(state);
        spans.state(state);
        timeline.state(state);
    }
}
