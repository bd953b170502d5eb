package pim.dialect.inst.communicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    /// By register, how often it was counted since it was cleared, and how often it was cleared.
    private long[] counts = {}, clearings = {};
    /// What cleared it last, what counted it last and on which core.
    private final List<Exchange.Await> last = new ArrayList<>();
    private Exchange.Sync[] counted;
    private Party[] counters;
    /// By core and by register, the registers that it, or who counted it, knows the last wait of to be over; and, behind as many as there are registers,
    /// those that it knows the last count of.
    private final BitSet[] known;
    private final List<BitSet> carried = new ArrayList<>();

    Registers(List<Party> parties) {
        known = new BitSet[parties.size()];
        for (var party : parties) {
            known[party.index] = new BitSet();
            for (int i = 0; i < party.script.size(); i++) {
                switch (party.script.step(i)) {
                    case Exchange.Sync(_, var core, var register) -> add(new Register(core, register));
                    case Exchange.Await(_, var register, _) -> add(new Register(party.core(), register));
                    default -> { }
                }
            }
        }
        counts = new long[last.size()];
        counted = new Exchange.Sync[last.size()];
        counters = new Party[last.size()];
        clearings = new long[last.size()];
        for (var set : known) set.set(0, last.size());
    }

    private void add(Register register) {
        if (numbers.putIfAbsent(register, numbers.size()) != null) return;
        last.add(null);
        carried.add(new BitSet());
    }

    private int number(long core, int register) {
        return numbers.get(new Register(core, register));
    }

    long count(long core, int register) {
        return counts[number(core, register)];
    }

    /// What may still have to clear the register when `by` counts it; null when nothing has.
    Exchange.Await unordered(Exchange.Sync sync, Party by) {
        int number = number(sync.core(), sync.register());
        return known[by.index].get(number) ? null : last.get(number);
    }

    void count(Exchange.Sync sync, Party by) {
        int number = number(sync.core(), sync.register());
        counts[number]++;
        counted[number] = sync;
        counters[number] = by;
        for (var set : known) set.clear(last.size() + number);
        for (var set : carried) set.clear(last.size() + number);
        known[by.index].set(last.size() + number);
        carried.get(number).or(known[by.index]);
    }

    /// Ends the wait if the register has the value.
    boolean clear(Exchange.Await await, Party by) {
        int number = number(by.core(), await.register());
        if (counts[number] != await.value()) return false;
        counts[number] = 0;
        clearings[number]++;
        last.set(number, await);
        for (var set : known) set.clear(number);
        for (var set : carried) set.clear(number);
        known[by.index].or(carried.get(number));
        known[by.index].set(number);
        carried.get(number).clear();
        return true;
    }

    /// What has made the register pass the value that `by` waits for, and might have come behind that wait; null when nothing has.
    Passed passed(Exchange.Await await, Party by) {
        int number = number(by.core(), await.register());
        if (counts[number] <= await.value() || known[by.index].get(last.size() + number)) return null;
        return new Passed(counted[number], counters[number].core());
    }

    record Passed(Exchange.Sync by, long core) {}

    /// A rendezvous: both know now what either knew.
    void meet(Party a, Party b) {
        known[a.index].or(known[b.index]);
        known[b.index].or(known[a.index]);
    }

    /// What they were at some time.
    record Values(long[] counts, long[] clearings, List<BitSet> known, List<BitSet> carried) {}

    Values values() {
        if (last.isEmpty()) return null;
        return new Values(counts.clone(), clearings.clone(), copy(Arrays.asList(known)), copy(carried));
    }

    private static List<BitSet> copy(List<BitSet> sets) {
        return sets.stream().map(s -> (BitSet) s.clone()).toList();
    }

    /// How often what happened since `then` can happen again: with the same knowledge, and no wait ending that did not end. A register that has not been
    /// cleared meanwhile may be counted further, up to below the value that its core waits for.
    long repetitions(Values then, List<Party> parties) {
        if (then == null) return Long.MAX_VALUE;
        if (!then.known.equals(Arrays.asList(known)) || !then.carried.equals(carried)) return 0;
        for (int i = 0; i < counts.length; i++) if (clearings[i] != then.clearings[i] && counts[i] != then.counts[i]) return 0;
        long times = Long.MAX_VALUE;
        for (var party : parties) {
            if (!(party.waiting instanceof Exchange.Await(_, var register, var value))) continue;
            int number = number(party.core(), register);
            long more = counts[number] - then.counts[number];
            if (more > 0 && counts[number] < value) times = Math.min(times, (value - 1 - counts[number]) / more);
        }
        return times;
    }

    void repeat(Values then, long times) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += times * (counts[i] - then.counts[i]);
            clearings[i] += times * (clearings[i] - then.clearings[i]);
        }
    }
}
