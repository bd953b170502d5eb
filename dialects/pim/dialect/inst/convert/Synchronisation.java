package pim.dialect.inst.convert;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Makes sure that a core loads from global memory only what has been stored there: messages of one byte from those who store to those who load.
///
/// A message is a rendezvous, so that both cores know afterwards what either knew; a core that knows already gets no message. All messages of a
/// program are in one order, and each core has its own in that order, so that the cores cannot wait for each other in a circle.
final class Synchronisation {
    /// That a core has done its share of a memory.
    private record Fact(String memory, long core) {}

    private final Cores cores;
    private final Map<String, Set<Long>> storers = new LinkedHashMap<>();
    private final Map<Long, Set<Fact>> known = new HashMap<>();

    Synchronisation(Cores cores) {
        this.cores = cores;
    }

    /// The cores have stored all they ever will to the memory.
    void stored(String memory, Collection<Long> by) {
        storers.computeIfAbsent(memory, _ -> new LinkedHashSet<>()).addAll(by);
        for (long core : by) known(core).add(new Fact(memory, core));
    }

    /// The cores are about to load from the memory.
    void loads(String memory, Collection<Long> loaders) {
        var by = storers.get(memory);
        if (by == null) return;
        var facts = new HashSet<Fact>();
        for (long core : by) facts.add(new Fact(memory, core));
        if (loaders.stream().allMatch(c -> known(c).containsAll(facts))) return;
        // The first collects from the others and tells everyone: as many messages as there are cores, not as there are pairs of them.
        long first = by.iterator().next();
        for (long core : by) if (!known(first).contains(new Fact(memory, core))) message(core, first);
        for (long core : loaders) if (!known(core).containsAll(facts)) message(first, core);
    }

    private Set<Fact> known(long core) {
        return known.computeIfAbsent(core, _ -> new HashSet<>());
    }

    private void message(long from, long to) {
        var sender = cores.get(from);
        var token = sender.alloc(1);
        sender.write(token, 1, 0, 1);
        sender.send(to, token, 1);
        var receiver = cores.get(to);
        receiver.recv(from, receiver.alloc(1), 1);
        known(from).addAll(known(to));
        known(to).addAll(known(from));
    }
}
