package pim.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pim.diagnose.Diagnostics;
import pim.ir.Operation;
import pim.ir.Resources;
import pim.rewrite.SumProgram;

/// What is shown of a run when it is over: counts and times.
class ReportsTest {
    private static final String RULE = "===" + "-".repeat(73) + "===\n";

    record Counts() implements Pass {
        private static final Statistic SEEN = new Statistic("num-seen", "Number of operations seen");
        private static final Statistic ODD = new Statistic("num-odd-ones", "Number of odd operations");

        @Override public String summary() {
            return "Counts operations";
        }

        @Override public void run(Operation root, PassContext context) {
            context.count(SEEN, 10);
            context.analysis(Analysis.DOMINANCE, root);
        }
    }

    private final PassContext context = new PassContext(SumProgram.REGISTRY, new Diagnostics(d -> {}), new Resources());
    private final Step counts = new Step.Run(new Counts());
    private final Pipeline pipeline = new Pipeline("sum.within", List.of(counts, new Pipeline("sum.alone", List.of(counts)),
        new Pipeline("sum.keep", List.of()), new Step.Run(new IrDumpTest.Mark("m", false)), new Pipeline("any", List.of(counts))));
    private final Schedule schedule = Schedule.of(pipeline, SumProgram.REGISTRY);
    private final Timing timing = new Timing();

    @BeforeEach void run() {
        new PassRunner(context, (op, diagnostics) -> true, List.of(timing)).run(schedule, PassRunnerTest.nest());
    }

    @Test void countsAreShownAtTheirPlaceInThePipeline() {
        assertEquals(RULE + " ".repeat(25) + "... Pass statistics report ...\n" + RULE + """
            Counts
              (S)  0 num-odd-ones - Number of odd operations
              (S) 10 num-seen     - Number of operations seen
            Pipeline Collection : ['sum.alone', 'sum.keep']
              'sum.alone' Pipeline
                Counts
                  (S)  0 num-odd-ones - Number of odd operations
                  (S) 20 num-seen     - Number of operations seen
              'sum.keep' Pipeline
            Mark
            'any' Pipeline
              Counts
                (S)  0 num-odd-ones - Number of odd operations
                (S) 20 num-seen     - Number of operations seen

            """, StatisticsReport.PIPELINE.of(schedule));
    }

    @Test void countsOfEqualPassesAreAddedUpInAList() {
        assertEquals(RULE + " ".repeat(25) + "... Pass statistics report ...\n" + RULE + """
              Counts
                (S)  0 num-odd-ones - Number of odd operations
                (S) 50 num-seen     - Number of operations seen

            """, StatisticsReport.LIST.of(schedule));
    }

    @Test void timesAreATreeOfPipelinesPassesAndAnalyses() {
        assertEquals(List.of("Counts", "  (A) DominanceInfo", "'sum.alone' Pipeline", "  Counts", "    (A) DominanceInfo", "Mark",
            "'any' Pipeline", "  Counts", "    (A) DominanceInfo", "Rest", "Total"), names(TimingReport.TREE, _ -> true));
    }

    @Test void timesOfOneNameAreAddedUpInAList() {
        var steps = names(TimingReport.LIST, name -> !name.equals("Rest") && !name.equals("Total"));
        assertEquals(List.of("'any' Pipeline", "'sum.alone' Pipeline", "(A) DominanceInfo", "Counts", "Mark"), steps.stream().sorted().toList());
        var report = TimingReport.LIST.of(timing, TimingReport.Format.TEXT, false);
        assertTrue(report.startsWith(RULE + " ".repeat(25) + "... Execution time report ...\n" + RULE + "  Total Execution Time: "), report);
        assertTrue(report.contains("  ----Wall Time----  ----Name----\n"), report);
        assertTrue(TimingReport.LIST.of(timing, TimingReport.Format.TEXT, true).contains("\n  ----User Time----  ----Wall Time----  ----Name----\n"));
    }

    @Test void timesCanBeReadByPrograms() throws IOException {
        var json = new ObjectMapper().readTree(TimingReport.TREE.of(timing, TimingReport.Format.JSON, true));
        assertEquals("Counts", json.get(0).get("name").asText());
        assertTrue(json.get(0).get("wall").get("duration").isNumber());
        assertTrue(json.get(0).get("user").get("duration").isNumber());
        assertEquals("(A) DominanceInfo", json.get(0).get("passes").get(0).get("name").asText());
        assertEquals("Total", json.get(json.size() - 1).get("name").asText());
        assertEquals(100.0, json.get(json.size() - 1).get("wall").get("percentage").asDouble());
    }

    private List<String> names(TimingReport display, Predicate<String> wanted) {
        return display.of(timing, TimingReport.Format.TEXT, false).lines().filter(line -> line.matches(".*\\d%\\)  .*"))
            .map(line -> line.replaceFirst(".*?%\\)  ", "")).filter(wanted).toList();
    }
}
