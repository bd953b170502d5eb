package pim.dialect.inst.communicate;

import it.unimi.dsi.fastutil.ints.IntLinkedOpenHashSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The event registers of all cores. A register waits for no one: who counts it up before the core has cleared it makes it pass the value that the core
/// waits for. Whether that can happen does not depend on who happens to be first here. All that counts for one wait must come behind the wait before,
/// through a chain of messages and events, so it is kept who knows that each register's last wait is over; nobody has to know of a wait that was not.
/// Likewise it is kept who knows that each register's last count has come: when that passes the value, and the core that waits does not know of it, it
/// may have waited before.
final class Registers {
    private record Register(long core, int number) {}

    private final Map<Register, Integer> numbers = new HashMap<>();
    /// By number; who clears it, and by core those that it may clear and count.
    private final RegisterState[] states;
    private final Party[] owners;
    private final int[][] clears, counts;
    private final Clocks clocks;

    Registers(List<Party> parties) {
        clocks = new Clocks(parties.size());
        clears = new int[parties.size()][];
        counts = new int[parties.size()][];
        for (var party : parties) {
            var cleared = new IntLinkedOpenHashSet();
            var counted = new IntLinkedOpenHashSet();
            for (int i = 0; i < party.script.size(); i++) {
                switch (party.script.step(i)) {
                    case Exchange.Sync(_, var core, var register) -> counted.add(add(new Register(core, register)));
                    case Exchange.Await(_, var register, _) -> cleared.add(add(new Register(party.core(), register)));
                    default -> { }
                }
            }
            clears[party.index] = cleared.toIntArray();
            counts[party.index] = counted.toIntArray();
        }
        states = new RegisterState[numbers.size()];
        Arrays.fill(states, RegisterState.UNTOUCHED);
        owners = new Party[states.length];
        for (var party : parties) for (int i : clears[party.index]) owners[i] = party;
    }

    private int add(Register register) {
        return numbers.computeIfAbsent(register, _ -> numbers.size());
    }

    private int number(long core, int register) {
        return numbers.get(new Register(core, register));
    }

    long count(long core, int register) {
        return states[number(core, register)].count();
    }

    /// What may still have to clear the register when `by` counts it; null when nothing has.
    Exchange.Await unordered(Exchange.Sync sync, Party by) {
        int number = number(sync.core(), sync.register());
        var state = states[number];
        return state.cleared() == null || clocks.knows(by.index, owners[number].index, state.clearedAt()) ? null : state.cleared();
    }

    void count(Exchange.Sync sync, Party by) {
        int number = number(sync.core(), sync.register());
        states[number] = states[number].count(sync, by, clocks.tick(by.index), clocks.row(by.index));
    }

    /// Ends the wait if the register has the value.
    boolean clear(Exchange.Await await, Party by) {
        int number = number(by.core(), await.register());
        var state = states[number];
        if (state.count() != await.value()) return false;
        clocks.learn(by.index, state.carried());
        states[number] = state.clear(await, clocks.tick(by.index));
        return true;
    }

    /// What has made the register pass the value that `by` waits for, and might have come behind that wait; null when nothing has.
    Passed passed(Exchange.Await await, Party by) {
        var state = states[number(by.core(), await.register())];
        if (state.count() <= await.value() || clocks.knows(by.index, state.counter().index, state.countedAt())) return null;
        return new Passed(state.counted(), state.counter().core());
    }

    record Passed(Exchange.Sync by, long core) {}

    /// A rendezvous: both know now what either knew.
    void meet(Party a, Party b) {
        clocks.learn(a.index, clocks.row(b.index));
        clocks.learn(b.index, clocks.row(a.index));
    }

    /// What they are now; null where there are none.
    Knowledge knowledge() {
        return states.length == 0 ? null : new Knowledge(clocks.copy(), states.clone(), clears, counts);
    }

    /// How often what happened since `then` can happen again: with the same knowledge, and no wait ending that did not end. A register that has not been
    /// cleared meanwhile may be counted further, up to below the value that its core waits for.
    long repetitions(Knowledge then, List<Party> parties) {
        if (then == null) return Long.MAX_VALUE;
        for (int i = 0; i < states.length; i++) {
            RegisterState state = states[i], before = then.registers()[i];
            if (state != before && state.clearings() != before.clearings() && state.count() != before.count()) return 0;
        }
        long times = Long.MAX_VALUE;
        for (var party : parties) {
            if (!(party.waiting instanceof Exchange.Await(_, var register, var value))) continue;
            int number = number(party.core(), register);
            long count = states[number].count(), more = count - then.registers()[number].count();
            if (more > 0 && count < value) times = Math.min(times, (value - 1 - count) / more);
        }
        return times == 0 || !knowledge().isThatOf(then) ? 0 : times;
    }

    void repeat(Knowledge then, long times) {
        for (int i = 0; i < states.length; i++) {
            if (states[i] != then.registers()[i]) states[i] = states[i].repeat(then.registers()[i], times);
        }
    }
}
