package pim.tool.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pim.define.Dialect;
import pim.define.Services;
import pim.dialect.sim.timing.TimingModel;
import pim.interpret.Interpreter;
import pim.pass.NamedPipeline;
import pim.pass.Pass;
import pim.tool.Main;
import pim.tool.WarmUp;
import pim.tool.opt.PimOpt;

/// The launcher gives `pim-opt` a runtime and libraries that are not all: what its classes ask for must be among them.
class LeanRuntimeTest {
    /// How the name of a library begins, without its version.
    private static final Pattern LIBRARY = Pattern.compile("/([^/]+?)-\\d[^/]*\\.jar!");
    /// A class in the descriptor of a field or a method.
    private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([\\w/$]+);");

    @TempDir private Path folder;

    private final ClassLoader loader = getClass().getClassLoader();
    /// By each library that is needed, how it came to be: the classes from one of the first on.
    private final Map<String, String> libraries = new TreeMap<>();
    private final Set<String> modules = new TreeSet<>();

    private static String inLauncher(String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(Path.of("tools/launch")));
        assertTrue(found.find(), pattern);
        return found.group(1);
    }

    private static List<String> givenModules() throws IOException {
        return List.of(inLauncher("--add-modules ([^ ]*)").split(","));
    }

    /// How the names of the libraries begin that are not given.
    private static List<String> absentLibraries() throws IOException {
        return Stream.of(inLauncher("(lean/[^)]*)\\) ;;").split(" \\| ")).map(l -> l.replace("lean/", "").replace("*", "")).toList();
    }

    private static Stream<Class<?>> providers(Class<?> service) {
        return Services.builtIn(service).stream().map(Object::getClass);
    }

    /// Goes from class to class. The other tools are named by `Tools` alone, which makes none of them to find `pim-opt`, the first.
    private void walk(Collection<Class<?>> from) throws IOException {
        var ways = new TreeMap<String, String>(Map.of("pim/tool/Tools", ""));
        var open = new ArrayDeque<String>();
        for (var first : from) {
            var name = first.getName().replace('.', '/');
            if (ways.putIfAbsent(name, name) == null) open.add(name);
        }
        while (!open.isEmpty()) {
            var name = open.pop();
            var url = loader.getResource(name + ".class");
            // What a library can do without.
            if (url == null) continue;
            if (url.getProtocol().equals("jrt")) {
                modules.add(url.getPath().split("/")[1]);
                // It finds the kind for jars where there is one, and nothing names that.
                if (name.equals("java/nio/file/FileSystems")) modules.add("jdk.zipfs");
                continue;
            }
            var library = LIBRARY.matcher(url.getPath());
            boolean own = !library.find();
            if (!own) libraries.putIfAbsent(library.group(1), ways.get(name));
            try (var in = url.openStream()) {
                for (var next : named(in.readAllBytes(), own)) {
                    // Of the JDK, a library asks for more than it needs.
                    if (!own && isOfTheJdk(next)) continue;
                    if (ways.putIfAbsent(next, ways.get(name) + " > " + next) == null) open.add(next);
                }
            }
        }
    }

    /// The classes that a class names, also where only reflection looks.
    private static Set<String> named(byte[] bytes, boolean withDescriptors) {
        var names = new TreeSet<String>();
        for (var entry : ClassFile.of().parse(bytes).constantPool()) {
            if (entry instanceof ClassEntry type) names.add(type.asInternalName().replaceFirst("^\\[+L(.*);$", "$1"));
            else if (withDescriptors && entry instanceof Utf8Entry text) {
                var inText = IN_DESCRIPTOR.matcher(text.stringValue());
                while (inText.find()) names.add(inText.group(1));
            }
        }
        return names;
    }

    private boolean isOfTheJdk(String name) {
        var url = loader.getResource(name + ".class");
        return url != null && url.getProtocol().equals("jrt");
    }

    @Test void pimOptHasAllThatItsClassesName() throws IOException {
        var services = Stream.of(Dialect.class, Pass.class, NamedPipeline.class, Interpreter.class, TimingModel.class);
        walk(Stream.concat(Stream.of(Main.class, WarmUp.class, PimOpt.class), services.flatMap(LeanRuntimeTest::providers)).toList());
        var absent = absentLibraries();
        for (var library : libraries.entrySet()) {
            assertFalse(absent.stream().anyMatch(library.getKey()::startsWith), () -> library + " is not given to pim-opt");
        }
        assertTrue(libraries.containsKey("antlr4-runtime") && libraries.containsKey("jackson-databind"), libraries::toString);
        assertTrue(modules.contains("jdk.zipfs"), modules::toString);
        modules.removeAll(givenModules());
        assertEquals(Set.of(), modules);
    }

    @Test void testsPassInTheRuntime() throws IOException, InterruptedException {
        var jdk = Path.of(System.getProperty("java.home"), "bin");
        var runtime = folder.resolve("runtime");
        run(jdk.resolve("jlink").toString(), "--add-modules", String.join(",", givenModules()), "--output", runtime.toString());
        var absent = absentLibraries();
        var path = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> absent.stream().noneMatch(Path.of(entry).getFileName().toString()::startsWith));
        run(runtime.resolve("bin/java").toString(), "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp",
            path.collect(Collectors.joining(File.pathSeparator)), Main.class.getName(), "pim-lit", "-q",
            "tests/lit/passes", "tests/lit/arch", "tests/lit/quant", "tests/lit/sim", "tests/lit/graph", "tests/lit/tile");
    }

    private void run(String... command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertEquals(0, process.waitFor(), () -> {
            try {
                return Files.readString(output);
            } catch (IOException e) {
                return e.toString();
            }
        });
    }

    @Test void librariesThatAreLeftOutExist() throws IOException {
        var path = System.getProperty("java.class.path");
        for (var absent : absentLibraries()) assertTrue(path.contains("/" + absent), () -> absent + " is none of the libraries");
    }
}
