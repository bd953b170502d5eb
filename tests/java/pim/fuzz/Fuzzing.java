package pim.fuzz;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Runs targets on texts of the [Mutator] for as long as it is told: `Fuzzing --seconds N [--target NAME]... [--seed N]`. Findings go to
/// `target/fuzz`, one file for each different fault; the exit status is 1 if there are any.
///
/// A text that keeps a thread busy for more than five seconds is a finding too. How much memory a text may take is the limit of the JVM.
final class Fuzzing {
    private static final long LONGEST_NANOS = 5_000_000_000L;
    private static final Path FINDINGS = Path.of("target/fuzz");

    private final FuzzTarget target;
    private final Mutator mutator;
    private final Set<String> faults = new HashSet<>();
    private long executions;

    Fuzzing(FuzzTarget target, long seed) {
        this.target = target;
        this.mutator = new Mutator(Seeds.of(target), seed);
    }

    public static void main(String[] arguments) throws Exception {
        long seconds = 60, seed = System.nanoTime();
        var targets = new ArrayList<FuzzTarget>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            var value = arguments[i + 1];
            switch (arguments[i]) {
                case "--seconds" -> seconds = Long.parseLong(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--target" -> targets.addAll(Arrays.stream(FuzzTarget.values()).filter(t -> t.label().equals(value)).toList());
                default -> throw new IllegalArgumentException("no option " + arguments[i]);
            }
        }
        if (targets.isEmpty()) targets.addAll(List.of(FuzzTarget.values()));
        long total = 0;
        int found = 0;
        for (var target : targets) {
            var fuzzing = new Fuzzing(target, seed);
            fuzzing.run(seconds * 1_000_000_000L / targets.size(), Long.MAX_VALUE);
            System.out.println(target.label() + ": " + fuzzing.executions + " executions, " + fuzzing.faults.size() + " faults");
            total += fuzzing.executions;
            found += fuzzing.faults.size();
        }
        System.out.println("seed " + seed + ": " + total + " executions, " + found + " faults");
        System.exit(found == 0 ? 0 : 1);
    }

    /// Runs texts until the time is over or there were so many; gives what was found, each fault once, with its text.
    ///
    /// @param nanos       how long it may take
    /// @param longestRuns how many texts
    Set<String> run(long nanos, long longestRuns) throws IOException {
        var cpu = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + nanos;
        for (long n = 0; n < longestRuns && System.nanoTime() < end; n++) {
            var text = mutator.next();
            executions++;
            long start = cpu.getCurrentThreadCpuTime();
            String fault = null;
            try (var _ = Watch.over(text, target)) {
                target.run(text);
            } catch (Throwable e) {
                fault = fault(e);
            }
            if (cpu.getCurrentThreadCpuTime() - start > LONGEST_NANOS) fault = "took more than five seconds";
            if (fault != null && faults.add(fault)) keep(text, fault);
        }
        return faults;
    }

    /// The fault in one line: the same for the same place in the program.
    static String fault(Throwable e) {
        var frames = Arrays.stream(e.getStackTrace()).filter(f -> f.getClassName().startsWith("pim.")).limit(e instanceof StackOverflowError ? 1 : 3)
            .map(f -> f.getClassName() + "." + f.getMethodName() + ":" + f.getLineNumber()).toList();
        return e.getClass().getSimpleName() + " at " + frames;
    }

    private void keep(String text, String fault) throws IOException {
        Files.createDirectories(FINDINGS);
        var file = FINDINGS.resolve(target.label() + "-" + Integer.toHexString(fault.hashCode()));
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        System.out.println(file + ": " + fault);
    }
}
