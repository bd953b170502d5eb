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

    /// A behaviour with what the simulation wants of it.
    ///
    /// @param layer of the network that the instruction works for; empty where the program does not say it
    public record Entry(Opcode opcode, Behaviour behaviour, int actions, int peer, int event, int value, String layer) {}

    final ActionTable actions = new ActionTable();
    private final TimingModel model;
    private final Object2IntOpenHashMap<Key> numbers = new Object2IntOpenHashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    Behaviours(TimingModel model) {
        this.model = model;
        numbers.defaultReturnValue(-1);
    }

    int number(MachineInstruction i, CoreState state, String layer) {
        int crossbars = i.opcode.has(Field.GROUP) ? state.crossbars()[i.group] : 0;
        // Cores may have crossbars of their own.
        int self = i.opcode.has(Field.GROUP) && !state.accelerator().coreVariants().isEmpty() ? state.core() : -1;
        var key = new Key(i.opcode, i.len, i.size, i.core, crossbars, i.mbiw, i.eventRegister, i.waitValue, i.offsetValue, i.offsetSelect,
            state.inputBits(), state.outputBits(), self, layer);
        int known = numbers.getInt(key);
        if (known >= 0) return known;
        var behaviour = model.behaviour(i, state);
        numbers.put(key, entries.size());
        entries.add(new Entry(i.opcode, behaviour, actions.number(behaviour.actions()), i.core, i.eventRegister, i.waitValue, layer));
        return entries.size() - 1;
    }

    public Entry get(int number) {
        return entries.get(number);
    }

    public int size() {
        return entries.size();
    }
}
