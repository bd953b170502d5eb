package pim.simulate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Lists of actions by number. Millions of instructions do the same few things, so each list is kept once, as flat arrays.
public final class ActionTable {
    static final byte END = 0, ACCESS = 1, COMPUTE = 2, ELAPSE = 3, LOAD = 4, STORE = 5, OFFER = 6, TRANSMIT = 7, ACCEPT = 8, SIGNAL = 9, AWAIT = 10;

    private final Map<List<Action>, Integer> numbers = new HashMap<>();
    private int size;
    /// Of each action its kind, a duration and the bytes of its message.
    byte[] kinds = new byte[64];
    long[] durations = new long[64], bytes = new long[64];
    /// By the position of a [#LOAD], the bytes of the answer.
    long[] answers = new long[64];

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
        return start;
    }

    private void put(byte kind, long duration, long message, long answer) {
        if (size == kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * size);
            durations = Arrays.copyOf(durations, 2 * size);
            bytes = Arrays.copyOf(bytes, 2 * size);
            answers = Arrays.copyOf(answers, 2 * size);
        }
        kinds[size] = kind;
        durations[size] = duration;
        bytes[size] = message;
        answers[size++] = answer;
    }
}
