package pim.tool.lit;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// The slowest tests, and how many took how long, as LLVM's lit draws it.
final class Histogram {
    private static final int SLOWEST = 20;
    private static final int WIDTH = 40;
    private static final int MOST_ROWS = 100;
    private static final double[] STEPS = {5, 2, 2.5, 1};

    private Histogram() {}

    record Item(String name, double seconds) {}

    /// The first "nice" width of a row that makes more than ten of them.
    private static double rowWidth(double longest) {
        int power = (int) Math.ceil(Math.log10(longest));
        while (true) {
            for (var step : STEPS) {
                double width = step * Math.pow(10, power);
                if (Math.ceil(longest / width) > 10) return width;
            }
            power--;
        }
    }

    static void print(List<Item> items, PrintStream out) {
        var timed = items.stream().filter(item -> item.seconds() > 0).sorted(Comparator.comparingDouble(Item::seconds).reversed()).toList();
        if (timed.isEmpty()) return;
        double longest = timed.getFirst().seconds();
        double width = rowWidth(longest);
        var rows = new int[Math.min(MOST_ROWS, (int) Math.ceil(longest / width))];
        for (var item : timed) rows[Math.min((int) (rows.length * item.seconds() / longest), rows.length - 1)]++;
        var rule = "-".repeat(WIDTH + 34);
        out.println("Slowest Tests:\n" + rule);
        timed.stream().limit(SLOWEST).forEach(item -> out.println(String.format(Locale.ROOT, "%.2fs: %s", item.seconds(), item.name())));
        int digits = (int) Math.ceil(Math.log10(longest));
        int fraction = Math.max(0, 3 - digits);
        if (fraction > 0) digits += fraction + 1;
        int counts = Math.max(1, (int) Math.ceil(Math.log10(timed.size())));
        out.println("\nTests Times:\n" + rule);
        out.println("[" + centred("Range", (digits + 1) * 2 + 3) + "] :: [" + centred("Percentage", WIDTH) + "] :: ["
            + centred("Count", counts * 2 + 1) + "]\n" + rule);
        var range = "[%" + Math.max(1, digits) + "." + fraction + "fs,%" + Math.max(1, digits) + "." + fraction + "fs) :: [";
        for (int i = rows.length - 1; i >= 0; i--) {
            int stars = WIDTH * rows[i] / timed.size();
            out.println(String.format(Locale.ROOT, range, i * width, (i + 1) * width) + "*".repeat(stars) + " ".repeat(WIDTH - stars)
                + String.format(Locale.ROOT, "] :: [%" + counts + "d/%" + counts + "d]", rows[i], timed.size()));
        }
        out.println(rule);
    }

    private static String centred(String text, int width) {
        int space = Math.max(0, width - text.length());
        return " ".repeat(space / 2) + text + " ".repeat(space - space / 2);
    }
}
