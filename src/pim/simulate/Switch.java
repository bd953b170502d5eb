package pim.simulate;

import java.util.Arrays;

/// A core's way into the network: one message at a time. It is busy with a message until that has arrived and, if the other side has to work for it,
/// until that is over.
final class Switch {
    static final byte LOAD = 0, STORE = 1, READY = 2, PERMIT = 3, DATA = 4, SIGNAL = 5;

    enum State { IDLE, NOTIFIED, UNDER_WAY, ARRIVED }

    final Core core;
    final int process;
    State state = State.IDLE;
    private byte[] kinds = new byte[4];
    private int[] to = new int[4], amounts = new int[4];
    private long[] bytes = new long[4];
    private Unit[] senders = new Unit[4];
    private int head, count;

    Switch(Core core, int process) {
        this.core = core;
        this.process = process;
    }

    /// @param sender the unit that waits for an answer or that names the event
    /// @param amount where the details of the message stand in the [ActionTable], or the event that it signals
    void enqueue(byte kind, int target, long size, Unit sender, int amount) {
        if (count == kinds.length) grow();
        int at = (head + count++) & kinds.length - 1;
        kinds[at] = kind;
        to[at] = target;
        bytes[at] = size;
        senders[at] = sender;
        amounts[at] = amount;
    }

    private void grow() {
        int old = kinds.length;
        kinds = Arrays.copyOf(kinds, 2 * old);
        to = Arrays.copyOf(to, 2 * old);
        amounts = Arrays.copyOf(amounts, 2 * old);
        bytes = Arrays.copyOf(bytes, 2 * old);
        senders = Arrays.copyOf(senders, 2 * old);
        for (int i = 0; i < head; i++) {
            kinds[old + i] = kinds[i];
            to[old + i] = to[i];
            amounts[old + i] = amounts[i];
            bytes[old + i] = bytes[i];
            senders[old + i] = senders[i];
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    byte kind() {
        return kinds[head];
    }

    int target() {
        return to[head];
    }

    long size() {
        return bytes[head];
    }

    Unit sender() {
        return senders[head];
    }

    int amount() {
        return amounts[head];
    }

    void poll() {
        senders[head] = null;
        head = head + 1 & kinds.length - 1;
        count--;
    }
}
