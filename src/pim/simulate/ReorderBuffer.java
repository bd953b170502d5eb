package pim.simulate;

/// The instructions of a core that have been dispatched and not yet retired, in order, with the addresses they use.
final class ReorderBuffer {
    private final int capacity;
    private final boolean checksWriteAfterWrite;
    private final boolean[] done, endsSample;
    /// Samples whose last instruction has retired.
    private long samples;
    /// By place, [InstructionStream#origin] and the number among all instructions of the run.
    private final int[] origins, numbers;
    private final long[] ranges;
    private int head, count;

    ReorderBuffer(int capacity, boolean checksWriteAfterWrite) {
        this.capacity = capacity;
        this.checksWriteAfterWrite = checksWriteAfterWrite;
        done = new boolean[capacity];
        endsSample = new boolean[capacity];
        origins = new int[capacity];
        numbers = new int[capacity];
        ranges = new long[6 * capacity];
    }

    int capacity() {
        return capacity;
    }

    long samples() {
        return samples;
    }

    boolean isFull() {
        return count == capacity;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /// Where the oldest instruction stands, and how many there are.
    int place() {
        return head * (capacity + 1) + count;
    }

    /// The origin of the oldest instruction.
    int oldest() {
        return origins[head];
    }

    /// The number of the oldest instruction.
    int oldestNumber() {
        return number(head);
    }

    /// The number of the instruction at a place.
    int number(int place) {
        return numbers[place];
    }

    /// Takes in the instruction fetched last.
    ///
    /// @param number of it among all of the run
    /// @return its place
    int push(InstructionStream s, int number) {
        int at = wrapped(head + count++), r = 6 * at;
        done[at] = false;
        endsSample[at] = s.endsSample;
        origins[at] = s.origin;
        numbers[at] = number;
        // Nobody comes beside it.
        if (capacity == 1) return at;
        ranges[r] = s.readFrom;
        ranges[r + 1] = s.readTo;
        ranges[r + 2] = s.read2From;
        ranges[r + 3] = s.read2To;
        ranges[r + 4] = s.writeFrom;
        ranges[r + 5] = s.writeTo;
        return at;
    }

    private int wrapped(int place) {
        return place < capacity ? place : place - capacity;
    }

    /// Marks an instruction as done, and retires what is done from the oldest on.
    void complete(int at) {
        done[at] = true;
        while (count > 0 && done[head]) {
            if (endsSample[head]) samples++;
            head = wrapped(head + 1);
            count--;
        }
    }

    /// The place of an instruction that is not done and has an address that the one fetched last uses in a way that needs their order; -1 for none.
    int conflict(InstructionStream s) {
        for (int i = 0, at = head; i < count; i++, at = wrapped(at + 1)) {
            if (done[at]) continue;
            int r = 6 * at;
            boolean meets = s.writeFrom <= ranges[r + 1] && ranges[r] <= s.writeTo || s.writeFrom <= ranges[r + 3] && ranges[r + 2] <= s.writeTo
                || s.readFrom <= ranges[r + 5] && ranges[r + 4] <= s.readTo || s.read2From <= ranges[r + 5] && ranges[r + 4] <= s.read2To
                || checksWriteAfterWrite && s.writeFrom <= ranges[r + 5] && ranges[r + 4] <= s.writeTo;
            if (meets) return at;
        }
        return -1;
    }

    void state(State state) {
        samples = state.total(samples);
        state.exact(head);
        state.exact(count);
        for (int i = 0, at = head; i < count; i++, at = wrapped(at + 1)) {
            state.exact(done[at] ? 1 : 0);
            state.exact(endsSample[at] ? 1 : 0);
            if (capacity > 1) for (int r = 6 * at; r < 6 * at + 6; r++) state.exact(ranges[r]);
        }
    }
}
