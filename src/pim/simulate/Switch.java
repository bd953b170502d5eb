package pim.simulate;

import java.util.ArrayDeque;

/// A core's way into the network: one message at a time. As the interconnect says, it is busy with a message until that has left, or until it has arrived
/// and, if the other side has to work for it, until that is over.
final class Switch {
    enum State {
        IDLE, NOTIFIED,
        /// The message at the head has left and has not arrived.
        UNDER_WAY,
        /// It has arrived, and the switch is still busy.
        ARRIVED,
        /// It is on its way by itself; the switch is free when its last part has left.
        LEAVING
    }

    final Core core;
    final int process;
    State state = State.IDLE;
    private final ArrayDeque<Message> messages = new ArrayDeque<>(4);

    Switch(Core core, int process) {
        this.core = core;
        this.process = process;
    }

    void enqueue(Message message) {
        messages.add(message);
    }

    boolean isEmpty() {
        return messages.isEmpty();
    }

    Message first() {
        return messages.peekFirst();
    }

    Message poll() {
        return messages.pollFirst();
    }
}
