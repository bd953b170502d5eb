package pim.tool.lit;

import java.io.PrintStream;

/// A line that grows as the run goes on: a number for every second percent.
final class ProgressLine {
    private static final int MARKS = 50;

    private final PrintStream out;
    private int shown = -1;

    ProgressLine(PrintStream out) {
        this.out = out;
    }

    /// @param part how much of the run is over, from 0 to 1
    void show(double part) {
        if (shown < 0) {
            out.print("Testing: ");
            shown = 0;
        }
        for (int reached = (int) (part * MARKS); shown < reached; shown++) out.printf("%-2d ", shown * (100 / MARKS));
    }

    /// Ends the line, so that something else can be printed; the next one shows everything again.
    void interrupt() {
        if (shown >= 0) out.println();
        shown = -1;
    }
}
