package pim.simulate;

import java.util.Arrays;

/// First in, first out.
final class IntQueue {
    private int[] values = new int[64];
    private int head, count;

    boolean isEmpty() {
        return count == 0;
    }

    void add(int value) {
        if (count == values.length) {
            var longer = Arrays.copyOfRange(values, head, head + 2 * count);
            System.arraycopy(values, 0, longer, count - head, head);
            values = longer;
            head = 0;
        }
        values[head + count++ & values.length - 1] = value;
    }

    int poll() {
        int value = values[head];
        head = head + 1 & values.length - 1;
        count--;
        return value;
    }
}
