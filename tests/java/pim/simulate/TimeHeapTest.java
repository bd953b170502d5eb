package pim.simulate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TimeHeapTest {
    private static final int CLOCK = 1000;

    @Property void processesComeOutByTheirTimes(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int count) {
        var heap = heap(new Random(seed), count);
        long last = -1;
        while (heap.size > 0) {
            long time = heap.times[1];
            heap.pop();
            assertTrue(time >= last);
            last = time;
        }
    }

    /// The short cuts of a clock that is first leave the heap as taking it out and putting it back does, equal times included.
    @Property(tries = 3000) void theClockComesBackAsIfItHadBeenTakenOut(@ForAll long seed, @ForAll @IntRange(min = 0, max = 40) int count) {
        var random = new Random(seed);
        var heap = heap(random, count);
        heap.insert(0, CLOCK);
        // Once it has been taken out and put back, nothing moves any more as a rule.
        if (random.nextBoolean()) {
            heap.pop();
            heap.insert(0, CLOCK);
        }
        if (heap.processes[1] != CLOCK) return;
        var again = copy(heap);
        assertEquals(CLOCK, again.pop());
        again.insert(0, CLOCK);
        assertEquals(Arrays.equals(again.processes, 0, heap.size + 1, heap.processes, 0, heap.size + 1), heap.staysWhenFirstReturns());
        if (heap.second() == 0 || !heap.staysWhenFirstReturns()) return;
        var other = copy(heap);
        long time = random.nextBoolean() && heap.size > 1 ? heap.second() : random.nextLong(heap.second() == Long.MAX_VALUE ? 9 : heap.second());
        assertEquals(CLOCK, other.pop());
        other.insert(time, CLOCK);
        if (time < heap.second()) heap.times[1] = time;
        else heap.returnFirst(time);
        assertArrayEquals(Arrays.copyOf(other.times, other.size + 1), Arrays.copyOf(heap.times, heap.size + 1));
        assertArrayEquals(Arrays.copyOf(other.processes, other.size + 1), Arrays.copyOf(heap.processes, heap.size + 1));
    }

    /// Processes with few different times from 1 on, some of which have come and gone.
    private static TimeHeap heap(Random random, int count) {
        var heap = new TimeHeap();
        for (int i = 0; i < count; i++) {
            heap.insert(1 + random.nextInt(1 + count / 2), i);
            if (random.nextInt(4) == 0) heap.pop();
        }
        return heap;
    }

    private static TimeHeap copy(TimeHeap heap) {
        var copy = new TimeHeap();
        copy.times = heap.times.clone();
        copy.processes = heap.processes.clone();
        copy.size = heap.size;
        return copy;
    }
}
