package pim.dialect.isa.interpret;

import java.util.Map;
import java.util.NavigableMap;
import pim.dialect.inst.interpret.Fault;
import pim.dialect.inst.interpret.GlobalMemory;
import pim.dialect.isa.Field;

/// The registers of one core while it runs, and what it sees of global memory.
final class CoreState {
    /// A place in global memory: bytes behind the first one of a buffer.
    record GlobalPlace(GlobalMemory memory, long at) {}

    private final NavigableMap<Long, GlobalMemory> places;
    private final int[] registers = new int[Field.RD.most() + 1];
    /// One bit for each register that has been set.
    private int set;

    CoreState(NavigableMap<Long, GlobalMemory> places) {
        this.places = places;
    }

    int get(int register) {
        if ((set & 1 << register) == 0) throw new Fault("reads register r" + register + ", which nothing has set");
        return registers[register];
    }

    void set(int register, int value) {
        registers[register] = value;
        set |= 1 << register;
    }

    /// The place whose address is in the even register and the one behind it, which has the high half.
    GlobalPlace global(int register, long offset) {
        if (register % 2 != 0) throw new Fault("takes an address in global memory from r" + register + ", but such are in even registers");
        long address = ((long) get(register + 1) << Integer.SIZE | get(register) & 0xffffffffL) + offset;
        Map.Entry<Long, GlobalMemory> entry = places.floorEntry(address);
        if (entry == null || address - entry.getKey() >= entry.getValue().bytes.length) {
            throw new Fault("accesses global memory at " + address + ", where no inst.memory is");
        }
        return new GlobalPlace(entry.getValue(), address - entry.getKey());
    }
}
