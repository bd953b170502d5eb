package pim.dialect.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.GenerationMode;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.dialect.arch.Accelerator;
import pim.dialect.arch.Description;
import pim.dialect.sim.report.CriticalPath;
import pim.dialect.sim.report.SimulationReport;
import pim.dialect.sim.report.Trace;
import pim.dialect.sim.timing.Pimsim;
import pim.dialect.sim.timing.PipelinedNoc;
import pim.dialect.sim.timing.Timing;
import pim.dialect.sim.timing.TimingModel;
import pim.simulate.Slot;

/// What holds of every report, whatever the program, the machine and the timing model.
class ReportTest {
    @Provide Arbitrary<Path> programs() {
        return Arbitraries.of(ReferencePrograms.folders());
    }

    @Provide Arbitrary<TimingModel> models() {
        return Arbitraries.of(new Pimsim(), new PipelinedNoc());
    }

    @Property(tries = 60, seed = "3") void energyAddsUp(@ForAll("programs") Path program, @ForAll("models") TimingModel model) {
        var timing = ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model);
        var tree = new ObjectMapper().valueToTree(new SimulationReport(timing, timing.run()).tree());
        assertTrue(tree.get("energy_stated").asBoolean() && tree.get("energy_absent").isEmpty(), () -> tree.get("energy_absent").toString());
        double total = tree.get("energy_pJ").asDouble(), parts = 0, cores = 0, working = 0, always = 0;
        for (var part : tree.get("energy")) {
            parts += part.get("static_pJ").asDouble() + part.get("dynamic_pJ").asDouble();
            working += part.get("dynamic_pJ").asDouble();
            always += part.get("static_pJ").asDouble();
        }
        double inCores = 0;
        for (var core : tree.get("cores")) {
            cores += core.get("dynamic_pJ").asDouble();
            inCores += core.get("static_pJ").asDouble();
        }
        assertEquals(always, inCores + tree.get("energy").get("global_memory").get("static_pJ").asDouble(), 1e-9 * total);
        assertEquals(total, parts, 1e-9 * total);
        // What cores spend and what the network spends is all.
        assertEquals(working, cores + tree.get("energy").get("network").get("dynamic_pJ").asDouble(), 1e-9 * total);
        assertEquals(total, tree.get("power_mW").asDouble() * tree.get("latency_ms").asDouble() * 1e6, 1e-9 * total);
    }

    @Property(tries = 60, seed = "3") void whatTheTimeOfAUnitIsForAddsUp(@ForAll("programs") Path program, @ForAll("models") TimingModel model) {
        var timing = ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model);
        double edge = timing.accelerator().chip().core().period() * 1000;
        for (var core : timing.run().cores()) {
            for (var unit : core.units()) {
                long causes = unit.causes().values().stream().mapToLong(t -> t).sum();
                // The rest is waiting for the edge at which the end is reported.
                assertTrue(causes <= unit.busy() && unit.busy() - causes <= edge * core.instructions(), () -> unit + " of core " + core.core());
            }
        }
    }

    @Property(tries = 60, seed = "3") void whatTheTimeOfAFrontEndIsForAddsUp(@ForAll("programs") Path program, @ForAll("models") TimingModel model,
                                                                              @ForAll @IntRange(min = 1, max = 5) int reorderBuffer) {
        var timing = ReferencePrograms.timing(program, with(ReferencePrograms.accelerator(program), reorderBuffer), model);
        long period = timing.machine().period();
        var outcome = timing.run();
        for (var core : outcome.cores()) {
            var times = core.frontEnd();
            long all = times.values().stream().mapToLong(t -> t).sum();
            // A program that a scalar instruction ends is not counted to its end.
            if (core.finishedAt() > 0 || all < outcome.time()) assertEquals(outcome.time(), all, () -> times + " of core " + core.core());
            assertTrue(times.values().stream().allMatch(t -> t >= 0), times::toString);
            assertEquals(core.instructions() * period, times.get(Slot.DISPATCH), times::toString);
            if (core.instructions() > 0) assertEquals(2 * period, times.get(Slot.FETCH), times::toString);
            if (reorderBuffer == 1) assertEquals(0, times.get(Slot.HAZARD) + times.get(Slot.UNIT), times::toString);
        }
    }

    /// Up to wherever a run is stopped.
    @Property(tries = 60, seed = "3") void whatTheTimeOfAFrontEndIsForAddsUpToTheLimit(@ForAll("programs") Path program,
        @ForAll("models") TimingModel model, @ForAll @IntRange(min = 0, max = 100) int percent) {
        var accelerator = ReferencePrograms.accelerator(program);
        long limit = ReferencePrograms.timing(program, accelerator, model).run().time() * percent / 100;
        var timing = ReferencePrograms.timing(program, accelerator, model);
        var outcome = timing.run(null, limit);
        assertTrue(!new SimulationReport(timing, outcome).text("stopped").matches("(?s).*(NaN|Infinity).*"));
        if (outcome.ended()) return;
        for (var core : outcome.cores()) {
            assertEquals(limit, core.frontEnd().values().stream().mapToLong(t -> t).sum(), core.frontEnd()::toString);
            assertTrue(core.frontEnd().values().stream().allMatch(t -> t >= 0), core.frontEnd()::toString);
        }
    }

    @Property(tries = 60, seed = "3") void ofTheCrossbarsNoMoreMultipliesThanIsUsed(@ForAll("programs") Path program,
        @ForAll("models") TimingModel model) {
        var timing = ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model);
        var tree = new ObjectMapper().valueToTree(new SimulationReport(timing, timing.run()).tree());
        long used = 0;
        double multiplying = 0;
        for (var core : tree.get("cores")) {
            var crossbars = core.get("crossbars");
            used += crossbars.get("used").asLong();
            multiplying += crossbars.get("utilisation_of_used").asDouble() * crossbars.get("used").asLong();
            assertTrue(crossbars.get("utilisation_of_used").asDouble() <= 1, crossbars::toString);
            assertEquals(crossbars.get("used").asDouble() / crossbars.get("arrays").asDouble(), crossbars.get("used_ratio").asDouble(), 1e-12);
            double both = crossbars.get("utilisation_of_used").asDouble() * crossbars.get("used_ratio").asDouble();
            assertEquals(both, crossbars.get("utilisation").asDouble(), 1e-12);
        }
        assertEquals(used, tree.get("crossbars").get("used").asLong());
        assertEquals(multiplying, tree.get("crossbars").get("utilisation_of_used").asDouble() * used, 1e-9);
    }

    @Property(tries = 40, seed = "3") void slicesOfOneUnitDoNotOverlap(@ForAll("programs") Path program, @ForAll("models") TimingModel model) throws IOException {
        var timing = ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model);
        var text = new StringWriter();
        var trace = new Trace(timing, text);
        var outcome = timing.run(trace, Timing.NO_LIMIT);
        trace.close();
        var ends = new HashMap<String, Double>();
        int slices = 0;
        for (var event : (ArrayNode) new ObjectMapper().readTree(text.toString()).get("traceEvents")) {
            if (!event.get("ph").asText().equals("X")) continue;
            slices++;
            var unit = event.get("pid") + "/" + event.get("tid");
            double from = event.get("ts").asDouble(), to = from + event.get("dur").asDouble();
            assertTrue(ends.getOrDefault(unit, 0.0) <= from + 1e-9, event::toString);
            ends.put(unit, to);
        }
        assertEquals(outcome.cores().stream().mapToLong(c -> c.instructions()).sum(), slices);
    }

    @Property(generation = GenerationMode.EXHAUSTIVE) void theCriticalPathIsAsLongAsTheRun(@ForAll("programs") Path program,
            @ForAll("models") TimingModel model) {
        checkCriticalPath(ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model));
    }

    @Property(tries = 60, seed = "3") void theCriticalPathIsAsLongAsTheRunWithMoreInFlight(@ForAll("programs") Path program,
            @ForAll("models") TimingModel model, @ForAll @IntRange(min = 2, max = 16) int reorderBuffer) {
        checkCriticalPath(ReferencePrograms.timing(program, with(ReferencePrograms.accelerator(program), reorderBuffer), model));
    }

    private static void checkCriticalPath(Timing timing) {
        var path = new CriticalPath(timing);
        var outcome = timing.run(path, Timing.NO_LIMIT);
        var tree = new ObjectMapper().valueToTree(path.tree(outcome.time()));
        assertEquals(outcome.time() / 1e9, tree.get("length_ms").asDouble(), 1e-12);
        double causes = StreamSupport.stream(tree.get("by_cause_ms").spliterator(), false).mapToDouble(c -> c.asDouble()).sum();
        assertEquals(outcome.time() / 1e9, causes, 1e-9);
        for (var cause : tree.get("by_cause_ms")) assertTrue(cause.asDouble() >= 0, tree::toString);
    }

    @Property(tries = 60, seed = "3") void nothingIsFasterThanTheBounds(@ForAll("programs") Path program, @ForAll("models") TimingModel model) {
        var timing = ReferencePrograms.timing(program, ReferencePrograms.accelerator(program), model);
        var outcome = timing.run();
        assertTrue(new SimulationReport(timing, outcome).bounds().greatest() <= outcome.time());
    }

    /// More of one kind of hardware, by its key, and how much more.
    private static final Map<String, Integer> HARDWARE = Map.of("rob_size", 2, "vector_width", 2, "adc_count", 2, "dac_count", 2, "bus_width", 2,
        "data_width", 2, "core_cnt", 2, "global_memory_banks", 2);

    @Provide Arbitrary<String> hardware() {
        return Arbitraries.of(HARDWARE.keySet().stream().sorted().toList());
    }

    @Property(tries = 80, seed = "3") void moreHardwareNeverMakesTheBoundWorse(@ForAll("programs") Path program, @ForAll("models") TimingModel model,
        @ForAll("hardware") String key) {
        var less = ReferencePrograms.accelerator(program);
        var more = more(less, key);
        double before = bound(program, less, model), after = bound(program, more, model);
        assertTrue(after <= before * (1 + 1e-12), () -> key + ": " + before + " ps, with more " + after + " ps");
    }

    private static double bound(Path program, Accelerator accelerator, TimingModel model) {
        var timing = ReferencePrograms.timing(program, accelerator, model);
        return new SimulationReport(timing, timing.run()).bounds().greatest();
    }

    /// The accelerator with so many instructions in flight.
    private static Accelerator with(Accelerator accelerator, int reorderBuffer) {
        var text = Description.write(accelerator).replaceAll(",\\s*\"rob_size\" : \\d+", "")
            .replace("\"core_config\" : {", "\"core_config\" : {\"rob_size\": " + reorderBuffer + ",");
        return Description.read(new SourceText("other.json", text), null, new Diagnostics(_ -> {})).accelerator();
    }

    /// The accelerator with each number of that key multiplied, where its text has it.
    private static Accelerator more(Accelerator accelerator, String key) {
        var text = Description.write(accelerator).replaceAll("\"" + key + "\" : (\\d+)", "\"" + key + "\" : $1@");
        var matcher = java.util.regex.Pattern.compile("(\\d+)@").matcher(text);
        text = matcher.replaceAll(m -> Long.toString(Long.parseLong(m.group(1)) * HARDWARE.get(key)));
        if (key.equals("core_cnt")) text = text.replaceAll("\"layout\" : \\[\\s*(\\d+),", "\"layout\" : [ 8,");
        return Description.read(new SourceText("more.json", text), null, new Diagnostics(_ -> {})).accelerator();
    }
}
