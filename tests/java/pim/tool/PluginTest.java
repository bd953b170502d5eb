package pim.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.tool.lit.Suite;

/// The template of a plugin works, compiled outside of this project's classes; and what is no plugin is refused with the reason.
class PluginTest {
    private static final Path TEMPLATE = Path.of("tests/plugin");
    private static final String DIALECT = "META-INF/services/pim.define.Dialect";

    @TempDir Path folder;
    private String out, err;

    /// What has no file is looked for in every library.
    @Test void eachKindOfServiceHasAFileOfItsOwn() {
        for (var kind : Plugin.SERVICES) {
            var file = Path.of("target/classes/META-INF/services", kind.getName());
            assertTrue(Files.exists(file), () -> file + " is not there; it may be empty");
        }
    }

    @Test void theLitTestOfTheTemplatePasses() throws Exception {
        var jar = Files.createDirectories(folder.resolve("target")).resolve("sat-plugin.jar");
        template(jar);
        var lit = Files.createDirectories(folder.resolve("lit"));
        for (var file : files(TEMPLATE.resolve("lit"))) Files.copy(file, lit.resolve(file.getFileName()));
        var tests = Suite.of(lit, folder.resolve("output"), List.of()).tests(lit);
        assertEquals(1, tests.size());
        var result = tests.getFirst().run(Duration.ofMinutes(1));
        assertFalse(result.code().isFailure(), result::output);
    }

    @Test void whatAPluginBringsIsListedUnderEachNameOfTheOption() throws Exception {
        template(folder.resolve("sat.jar"));
        for (var option : List.of("--load-plugin", "--load-dialect-plugin", "-load-pass-plugin")) {
            assertEquals(0, run("pim-opt", option + "=sat.jar", "--show-dialects"), () -> err);
            assertTrue(out.contains(",sat,"), out);
            assertEquals(0, run("pim-opt", option, "sat.jar", "--list-passes"), () -> err);
            assertTrue(out.contains("sat-merge-limits") && out.contains("only-adjacent=false  true or false"), out);
            assertTrue(out.contains("sat-clean-up") && out.contains("= func.func(sat-merge-limits),canonicalize,cse"), out);
        }
        assertEquals(2, run("pim-opt", "--load-plugin=sat.jar", "--sat-clean-up=deep=1"));
        assertTrue(err.contains("error: pipeline 'sat-clean-up' has no options"), err);
        assertEquals(2, run("pim-opt", "--load-plugin=sat.jar", "--sat-cleanup"));
        assertTrue(err.contains("did you mean '--sat-clean-up'?"), err);
        assertEquals(2, run("pim-opt", "--sat-clean-up"));
    }

    @Test void aDialectOfAPluginIsVerifiedAndExported() throws Exception {
        template(folder.resolve("sat.jar"));
        Files.writeString(folder.resolve("bad.mlir"), "func.func @f(%x: i32) -> i32 {\n  %0 = sat.limit %x from 2 to 1 : i32\n  return %0 : i32\n}\n");
        assertEquals(1, run("pim-opt", "--load-plugin=sat.jar", "bad.mlir"));
        assertTrue(err.startsWith("bad.mlir:2:8: error: 'sat.limit' op expects its low end to be at most its high end, but got 2 and 1"), err);
        assertEquals(0, run("pim-opt", "--load-plugin=sat.jar", "--export-irdl=sat"), () -> err);
        assertTrue(out.contains("irdl.operands(lhs: %2, rhs: %2)"), out);
    }

    @Test void anInterpreterOfAPluginRunsPrograms() throws Exception {
        plugin("run.jar", "pim.interpret.Interpreter", "demo.Answer", """
            package demo;
            public record Answer() implements pim.interpret.Interpreter {
                public boolean accepts(pim.ir.Operation module) {
                    return module.attribute("answer.me") != null;
                }
                public java.util.Map<String, pim.tensor.Tensor> run(pim.ir.Operation module, java.util.Map<String, pim.tensor.Tensor> inputs,
                        pim.ir.Resources resources, pim.diagnose.Diagnostics diagnostics) {
                    return java.util.Map.of("answer", new pim.tensor.Tensor.Ints(new int[] {1}, new int[] {42}));
                }
            }
            """);
        Files.writeString(folder.resolve("question.mlir"), "module attributes {answer.me} {}\n");
        assertEquals(0, run("pim-run", "question.mlir", "--load-plugin=run.jar"), () -> err);
        assertEquals("answer: 1 [42]\n", out);
    }

    @Test void aTimingModelOfAPluginTimesPrograms() throws Exception {
        plugin("slow.jar", "pim.dialect.sim.timing.TimingModel", "demo.Slow", """
            package demo;
            import java.util.*;
            import pim.dialect.arch.Accelerator;
            import pim.dialect.isa.MachineInstruction;
            import pim.dialect.sim.timing.*;
            import pim.simulate.*;
            public record Slow() implements TimingModel {
                public String name() { return "slow"; }
                public String summary() { return "a microsecond for each instruction"; }
                public Machine machine(Accelerator accelerator) { return new Pimsim().machine(accelerator); }
                public CoreShape core(Accelerator accelerator, int core, int groups) { return new Pimsim().core(accelerator, core, groups); }
                public Behaviour behaviour(MachineInstruction i, CoreState state) {
                    return new Behaviour(UnitKind.VECTOR, List.of(new Action.Compute(1_000_000), new Action.Elapse()), List.of(), Optional.empty(), Map.of(), 0, 0,
                        Optional.empty());
                }
                public List<StaticPower> staticPower(Accelerator accelerator, int cores) { return List.of(); }
            }
            """);
        Files.writeString(folder.resolve("two.mlir"), "isa.core 0 groups [] {\n  isa.vrelu r0, r1, len 8\n  isa.vrelu r0, r1, len 8\n}\n");
        assertEquals(0, run("pimc", "simulate", "two.mlir", "--arch=tiny", "--load-plugin=slow.jar", "--timing-model=slow"), () -> err);
        assertTrue(out.startsWith("two.mlir: latency 0.00200"), out);
        assertEquals(0, run("pim-opt", "two.mlir", "--load-plugin=slow.jar", "--arch-attach=arch=tiny", "--convert-isa-to-sim=timing-model=slow", "-o",
            "actions.mlir"), () -> err);
        assertEquals(0, run("pim-run", "actions.mlir", "--load-plugin=slow.jar", "--timing"), () -> err);
        assertTrue(out.startsWith("actions.mlir: latency 0.00200"), out);
        assertEquals(1, run("pimc", "simulate", "actions.mlir"));
        assertTrue(err.contains("names the timing model 'slow', but there are only pimsim, pipelined-noc"), err);
        assertEquals(2, run("pimc", "simulate", "two.mlir", "--arch=tiny", "--timing-model=slow"));
        assertEquals(1, run("pimc", "simulate", "two.mlir", "--load-plugin=slow.jar", "--load-plugin=slow.jar"));
        assertTrue(err.contains("this plugin brings the timing model 'slow', but something of that name is there already"), err);
    }

    @Test void filesThatAreNoPluginsAreErrors() throws Exception {
        Files.writeString(folder.resolve("text.jar"), "no jar");
        jar(folder.resolve("empty.jar"), folder.resolve("nothing"), List.of());
        assertRefused("missing.jar", "there is no such file");
        assertRefused(".", "this is a folder, not a jar");
        assertRefused("text.jar", "this is not a jar: ");
        assertRefused("empty.jar", "this jar is not a plugin: it has no META-INF/services/pim.define.Dialect, META-INF/services/pim.pass.Pass, ");
    }

    @Test void pluginsThatCannotBeUsedAreErrors() throws Exception {
        services("absent.jar", DIALECT, "demo.Absent");
        assertRefused("absent.jar", "the plugin cannot be used: pim.define.Dialect: Provider demo.Absent not found");
        plugin("other.jar", "pim.define.Dialect", "demo.Other", "package demo; public class Other {}");
        assertRefused("other.jar", "the plugin cannot be used: pim.define.Dialect: demo.Other not a subtype");
        plugin("throws.jar", "pim.pass.NamedPipeline", "demo.Thrower", """
            package demo;
            public class Thrower implements pim.pass.NamedPipeline {
                public Thrower() { throw new IllegalStateException("not today"); }
                public String summary() { return ""; }
                public String passes() { return ""; }
            }
            """);
        assertRefused("throws.jar", "the plugin cannot be used: pim.pass.NamedPipeline: Provider demo.Thrower could not be instantiated: "
            + "java.lang.IllegalStateException: not today");
        plugin("format.jar", "pim.define.Dialect", "demo.Wrong", """
            package demo;
            public record Wrong() implements pim.define.Dialect {
                public Class<? extends pim.ir.Op> ops() { return Ops.class; }
                @pim.define.Namespace("wrong") sealed interface Ops extends pim.ir.Op {
                    @pim.define.Format("$nothing") record One() implements Ops {}
                }
            }
            """);
        assertRefused("format.jar", "the plugin's demo.Wrong cannot be used: the format of wrong.one speaks of a component 'nothing'");
    }

    @Test void classesForANewerJavaAreNamed() throws Exception {
        var classes = compile("demo.Later", "package demo; public class Later implements pim.pass.NamedPipeline {\n"
            + "public String summary() { return \"\"; }\npublic String passes() { return \"\"; } }");
        var file = classes.resolve("demo/Later.class");
        var bytes = Files.readAllBytes(file);
        // The version is the fourth pair of bytes.
        bytes[7] = 99;
        Files.write(file, bytes);
        write(classes, "META-INF/services/pim.pass.NamedPipeline", "demo.Later");
        jar(folder.resolve("later.jar"), classes, files(classes));
        assertRefused("later.jar", "the plugin cannot be used: demo.Later is compiled for Java 55, and this is Java " + Runtime.version().feature());
    }

    @Test void namesThatAreTakenAreErrors() throws Exception {
        template(folder.resolve("sat.jar"));
        assertEquals(1, run("pim-opt", "--load-plugin=sat.jar", "--load-plugin=sat.jar", "--show-dialects"));
        assertEquals("sat.jar: error: this plugin brings the dialect 'sat', but something of that name is there already\n", err);
        plugin("cse.jar", "pim.pass.NamedPipeline", "demo.Cse", """
            package demo;
            public record Cse() implements pim.pass.NamedPipeline {
                public String summary() { return ""; }
                public String passes() { return ""; }
            }
            """);
        assertRefused("cse.jar", "this plugin brings the pipeline 'cse', but something of that name is there already");
    }

    @Test void aPipelineThatIsWrongIsAnErrorWhereItStands() throws Exception {
        plugin("loop.jar", "pim.pass.NamedPipeline", "demo.Loop", """
            package demo;
            public record Loop() implements pim.pass.NamedPipeline {
                public String summary() { return ""; }
                public String passes() { return "cse,loop"; }
            }
            """);
        assertEquals(2, run("pim-opt", "--load-plugin=loop.jar", "--pass-pipeline=builtin.module(loop)"));
        assertTrue(err.startsWith("<loop>:1:20: error: pipeline 'loop' contains itself"), err);
    }

    private void assertRefused(String jar, String message) throws IOException {
        assertEquals(1, run("pim-opt", "--load-plugin=" + jar, "--show-dialects"));
        assertTrue(err.contains("error: " + message), err);
        assertFalse(err.contains("\tat "), err);
        assertEquals("", out);
    }

    // ---- jars

    /// Compiles the template against the classes of this project and packs it as its own build would.
    private void template(Path jar) throws IOException {
        var sources = files(TEMPLATE.resolve("src/main/java"));
        var classes = folder.resolve("classes");
        javac(classes, sources);
        var resources = TEMPLATE.resolve("src/main/resources");
        for (var file : files(resources)) write(classes, resources.relativize(file).toString(), Files.readString(file));
        jar(jar, classes, files(classes));
    }

    private void plugin(String jar, String service, String provider, String source) throws IOException {
        var classes = compile(provider, source);
        write(classes, "META-INF/services/" + service, provider);
        jar(folder.resolve(jar), classes, files(classes));
    }

    private void services(String jar, String file, String text) throws IOException {
        var content = folder.resolve(jar + ".content");
        write(content, file, text);
        jar(folder.resolve(jar), content, files(content));
    }

    /// The folder of the compiled class.
    private Path compile(String name, String source) throws IOException {
        var sources = folder.resolve(name + ".sources");
        write(sources, name.replace('.', '/') + ".java", source);
        var classes = folder.resolve(name + ".classes");
        javac(classes, files(sources));
        return classes;
    }

    private static void javac(Path classes, List<Path> sources) throws IOException {
        var arguments = new ArrayList<>(List.of("-d", Files.createDirectories(classes).toString(), "-cp", Path.of("target/classes").toAbsolutePath().toString(),
            "-proc:none"));
        for (var source : sources) arguments.add(source.toString());
        var messages = new ByteArrayOutputStream();
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, messages, messages, arguments.toArray(String[]::new)), messages::toString);
    }

    private static void write(Path folder, String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private static void jar(Path jar, Path root, List<Path> files) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (var file : files) {
                out.putNextEntry(new JarEntry(root.relativize(file).toString()));
                Files.copy(file, out);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private int run(String tool, String... arguments) throws IOException {
        var outBytes = new ByteArrayOutputStream();
        var errBytes = new ByteArrayOutputStream();
        int status;
        try (var printOut = new PrintStream(outBytes, true, StandardCharsets.UTF_8);
            var printErr = new PrintStream(errBytes, true, StandardCharsets.UTF_8)) {
            status = Tools.named(tool).run(List.of(arguments), new Streams(folder, new ByteArrayInputStream(new byte[0]), printOut, printErr));
        }
        out = outBytes.toString(StandardCharsets.UTF_8);
        err = errBytes.toString(StandardCharsets.UTF_8);
        return status;
    }
}
