package pim.dialect.sim.timing;

import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.List;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Opcode;
import pim.simulate.ActionTable;

/// The behaviours of all instructions of a program, each once for each layer: what is counted together. Programs of millions of instructions have some
/// hundreds.
public final class Behaviours {
    /// All that a behaviour depends on.
    private record Key(Opcode opcode, int len, int size, int core, int crossbars, int mbiw, int event, int value, int offsetValue, int offsetSelect,
                       int inputBits, int outputBits, int self, String layer) {}

    private record Spelled(Opcode opcode, Behaviour behaviour, int peer, int event, int value, String layer) {}

    /// A behaviour with what the simulation wants of it.
    ///
    /// @param layer of the network that the instruction works for; empty where the program does not say it
    public record Entry(Opcode opcode, Behaviour behaviour, int actions, int peer, int event, int value, String layer) {}

    final ActionTable actions = new ActionTable();
    private final TimingModel model;
    private final Object2IntOpenHashMap<Key> numbers = new Object2IntOpenHashMap<>();
    private final Object2IntOpenHashMap<Spelled> spelled = new Object2IntOpenHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Behaviours(TimingModel model) {
        this.model = model;
        numbers.defaultReturnValue(-1);
        spelled.defaultReturnValue(-1);
    }

    int number(MachineInstruction i, CoreState state, String layer) {
        int crossbars = i.opcode.has(Field.GROUP) ? state.crossbars()[i.group] : 0;
        // Cores may have crossbars of their own.
        int self = i.opcode.has(Field.GROUP) && !state.accelerator().coreVariants().isEmpty() ? state.core() : -1;
        var key = new Key(i.opcode, i.len, i.size, i.core, crossbars, i.mbiw, i.eventRegister, i.waitValue, i.offsetValue, i.offsetSelect,
            state.inputBits(), state.outputBits(), self, layer);
        int known = numbers.getInt(key);
        if (known >= 0) return known;
        numbers.put(key, entries.size());
        return add(i.opcode, model.behaviour(i, state), i.core, i.eventRegister, i.waitValue, layer);
    }

    /// The number of a behaviour that a program spells out.
    int number(Opcode opcode, Behaviour behaviour, int peer, int event, int value, String layer) {
        var key = new Spelled(opcode, behaviour, peer, event, value, layer);
        int known = spelled.getInt(key);
        if (known >= 0) return known;
        spelled.put(key, entries.size());
        return add(opcode, behaviour, peer, event, value, layer);
    }

    private int add(Opcode opcode, Behaviour behaviour, int peer, int event, int value, String layer) {
        entries.add(new Entry(opcode, behaviour, actions.number(behaviour.actions()), peer, event, value, layer));
        return entries.size() - 1;
    }

    public Entry get(int number) {
        return entries.get(number);
    }

    public int size() {
        return entries.size();
    }
}
