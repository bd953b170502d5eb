package pim.simulate;

/// A unit of a core, with the instruction that it executes.
final class Unit {
    final Core core;
    /// Its number among all processes of the machine.
    final int process;
    final UnitKind kind;
    /// Which of the units of its kind.
    final int lane;
    boolean ready = true;
    /// Whether it has ever had an instruction.
    boolean isUsed;
    /// The place of its instruction in the reorder buffer.
    int entry;
    /// The next action in the [ActionTable].
    int at;
    /// What the accesses and computations since the last wait add up to, with the waiting for the port; and without, each for itself.
    long delay, accesses, computes;
    int peer, event, value, origin, cost;
    long address;
    long started;
    /// Time that it had an instruction, and what for, by [Cause].
    long busy;
    final long[] spent = new long[Cause.values().length];
    /// What of that the observer knows.
    final long[] told = new long[spent.length];
    /// The number of its instruction among all, of the one that it waited for in front of this unit and of the one that it met; -1 for none.
    int number, blocker, partner;
    /// Since when it waits for somebody else.
    long since;

    Unit(Core core, int process, UnitKind kind, int lane) {
        this.core = core;
        this.process = process;
        this.kind = kind;
        this.lane = lane;
    }

    /// Takes over the instruction fetched last.
    void load(InstructionStream s, int entry) {
        this.entry = entry;
        at = s.actions;
        delay = 0;
        peer = s.peer;
        event = s.event;
        value = s.value;
        origin = s.origin;
        cost = s.cost;
        address = s.address;
    }

    /// Takes over the instruction that another one held for it.
    void load(Unit other) {
        entry = other.entry;
        at = other.at;
        delay = 0;
        origin = other.origin;
        cost = other.cost;
        number = other.number;
        blocker = other.blocker;
        partner = other.partner;
    }

    /// Begins to wait for what has been added up.
    ///
    /// @return for how long
    long elapse() {
        long time = delay;
        spent[Cause.ACCESS.ordinal()] += accesses;
        spent[Cause.COMPUTE.ordinal()] += computes;
        spent[Cause.PORT.ordinal()] += time - accesses - computes;
        delay = accesses = computes = 0;
        return time;
    }

    /// Begins to wait for accesses and computations that go as they do for a unit that is alone.
    ///
    /// @return for how long
    long elapse(ActionTable.Burst burst) {
        spent[Cause.ACCESS.ordinal()] += burst.accesses();
        spent[Cause.COMPUTE.ordinal()] += burst.computes();
        spent[Cause.PORT.ordinal()] += burst.delay() - burst.accesses() - burst.computes();
        return burst.delay();
    }

    /// What it has waited for has happened.
    void waited(Cause cause, long now) {
        spent[cause.ordinal()] += now - since;
        since = now;
    }

    /// @param waits whether it waits for somebody else
    void state(State state, boolean waits) {
        busy = state.total(busy);
        state.totals(spent);
        if (ready) return;
        state.exact(process);
        instruction(state);
        state.exact(delay);
        state.exact(accesses);
        state.exact(computes);
        started = state.begun(started);
        if (waits) since = state.begun(since);
    }

    /// Goes through what it does.
    void instruction(State state) {
        state.exact(entry);
        state.exact(at);
        state.exact(cost);
        state.exact(origin);
        state.exact(peer);
        state.exact(event);
        state.exact(value);
        state.exact(address);
    }
}
