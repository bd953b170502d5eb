package pim.dialect.sim.timing;

import pim.dialect.arch.Accelerator;
import pim.simulate.GlobalMemory;
import pim.simulate.State;

/// A global memory in banks. Each serves one transfer of the port's width after the other; neighbouring transfers are in neighbouring banks.
final class BankedMemory implements GlobalMemory {
    private final int width;
    private final long read, write;
    /// When each bank is free.
    private final long[] free;

    BankedMemory(Accelerator accelerator) {
        var memory = accelerator.chip().globalMemory();
        width = memory.width();
        read = Picoseconds.of(memory.readLatency() * memory.period());
        write = Picoseconds.of(memory.writeLatency() * memory.period());
        free = new long[accelerator.overlap().globalMemoryBanks()];
    }

    @Override public long access(long now, long address, long duration, boolean writes) {
        long one = writes ? write : read;
        if (one == 0 || duration == 0) return duration;
        long transfers = duration / one, first = Math.floorDiv(address, width), end = now;
        for (int i = 0; i < Math.min(transfers, free.length); i++) {
            int bank = (int) Math.floorMod(first + i, (long) free.length);
            // This bank serves every so many of the transfers.
            long own = (transfers - i + free.length - 1) / free.length;
            free[bank] = Math.addExact(Math.max(free[bank], now), Math.multiplyExact(own, one));
            end = Math.max(end, free[bank]);
        }
        return end - now;
    }

    @Override public void state(State state) {
        for (int i = 0; i < free.length; i++) free[i] = state.time(free[i]);
    }
}
