package pim.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lists of actions by number. Millions of instructions do the same few things, so each list is kept once, as flat arrays.
public final class ActionTable {
    static final byte END = 0, ACCESS = 1, COMPUTE = 2, ELAPSE = 3, LOAD = 4, STORE = 5, OFFER = 6, TRANSMIT = 7, ACCEPT = 8, SIGNAL = 9, AWAIT = 10;
    /// An [#ACCESS] that is the first since the unit has waited.
    static final byte BURST = 11;

    private final Map<List<Action>, Integer> numbers = new HashMap<>();
    private int size;
    /// Of each action its kind, a duration and the bytes of its message.
    byte[] kinds = new byte[64];
    long[] durations = new long[64], bytes = new long[64];
    /// By the position of a [#LOAD], the bytes of the answer.
    long[] answers = new long[64];
    /// By the position of a [#BURST], what comes of it where the port is free, up to the wait.
    Burst[] bursts = new Burst[64];

    /// Accesses and computations up to the next [Action.Elapse], where the port is free for them. Picoseconds.
    ///
    /// @param delay    until the unit goes on
    /// @param port     until the port is free
    /// @param accesses what they add up to; `computes` likewise
    /// @param next     the action behind the wait
    record Burst(long delay, long port, long accesses, long computes, int next) {}

    /// The number of a list of actions: where it begins in the arrays.
    public int number(List<Action> actions) {
        return numbers.computeIfAbsent(List.copyOf(actions), this::append);
    }

    private int append(List<Action> actions) {
        int start = size;
        for (var action : actions) {
            switch (action) {
                case Action.Access(var duration) -> put(ACCESS, duration, 0, 0);
                case Action.Compute(var duration) -> put(COMPUTE, duration, 0, 0);
                case Action.Elapse() -> put(ELAPSE, 0, 0, 0);
                case Action.Load(var request, var access, var answer) -> put(LOAD, access, request, answer);
                case Action.Store(var b, var access) -> put(STORE, access, b, 0);
                case Action.Offer(var b) -> put(OFFER, 0, b, 0);
                case Action.Transmit(var b) -> put(TRANSMIT, 0, b, 0);
                case Action.Accept(var b) -> put(ACCEPT, 0, b, 0);
                case Action.Signal(var b) -> put(SIGNAL, 0, b, 0);
                case Action.Await() -> put(AWAIT, 0, 0, 0);
            }
        }
        put(END, 0, 0, 0);
        for (int at = start; at < size; at++) {
            boolean begins = at == start || kinds[at - 1] > COMPUTE && kinds[at - 1] != BURST;
            if (begins && kinds[at] == ACCESS && (bursts[at] = burst(at)) != null) kinds[at] = BURST;
        }
        return start;
    }

    /// What begins at a position; null where it does not end with a wait for time, or is longer than can be counted.
    private Burst burst(int first) {
        var port = new MemoryPort();
        long delay = 0, accesses = 0, computes = 0, now = 1;
        for (int at = first; ; at++) {
            long duration = durations[at];
            try {
                switch (kinds[at]) {
                    case ACCESS -> {
                        delay = port.request(now, delay, duration);
                        accesses = Math.addExact(accesses, duration);
                    }
                    case COMPUTE -> {
                        delay = Math.addExact(delay, duration);
                        computes = Math.addExact(computes, duration);
                    }
                    case ELAPSE -> {
                        return new Burst(delay, port.freeAfter(now), accesses, computes, at + 1);
                    }
                    default -> {
                        return null;
                    }
                }
            } catch (ArithmeticException e) {
                return null;
            }
        }
    }

    private void put(byte kind, long duration, long message, long answer) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            durations = Arrays.copyOf(durations, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
            answers = Arrays.copyOf(answers, 2 * size);
            bursts = Arrays.copyOf(bursts, 2 * size);
        }
        kinds[size] = kind;
        durations[size] = duration;
        bytes[size] = message;
        answers[size++] = answer;
    }

    /// Whether a unit that has passed the action may wait for somebody else.
    boolean waits(int at) {
        return switch (kinds[at]) {
            case LOAD, STORE, OFFER, ACCEPT, AWAIT -> true;
            default -> false;
        };
    }
}
