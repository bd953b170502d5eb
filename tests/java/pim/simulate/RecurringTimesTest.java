package pim.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class RecurringTimesTest {
    @Property void timesAreAsIfEachWereKept(@ForAll long seed) {
        var random = new Random(seed);
        var times = new RecurringTimes();
        var each = new LongArrayList();
        for (int step = random.nextInt(20); step > 0; step--) {
            for (int i = random.nextInt(4); i > 0; i--) {
                long time = random.nextInt(1000);
                times.add(time);
                each.add(time);
            }
            if (random.nextInt(3) > 0) continue;
            int first = random.nextInt(each.size() + 1), size = each.size(), periods = 1 + random.nextInt(5);
            long period = random.nextInt(100);
            times.repeat(first, periods, period);
            for (int p = 1; p <= periods; p++) for (int i = first; i < size; i++) each.add(each.getLong(i) + p * period);
        }
        assertEquals(each.size(), times.size());
        for (int i = 0; i < each.size(); i++) assertEquals(each.getLong(i), times.get(i));
    }
}
