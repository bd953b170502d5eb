package pim.tool.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pim.define.Dialect;
import pim.define.Services;
import pim.dialect.sim.timing.TimingModel;
import pim.interpret.Interpreter;
import pim.pass.NamedPipeline;
import pim.pass.Pass;
import pim.tool.opt.PimOpt;

/// The launcher gives `pim-opt` a runtime and libraries that are not all: what any class that it can reach asks for must be among them.
class LeanRuntimeTest {
    /// How the name of a library begins, without its version.
    private static final Pattern LIBRARY = Pattern.compile("/([^/]+?)-\\d[^/]*\\.jar!");

    private final ClassLoader loader = getClass().getClassLoader();
    /// By each library that is needed, how it came to be: the classes from one of the first on.
    private final TreeMap<String, String> libraries = new TreeMap<>();
    private final Set<String> modules = new TreeSet<>();

    private static Stream<String> inLauncher(String pattern) throws IOException {
        var found = Pattern.compile(pattern).matcher(Files.readString(Path.of("tools/launch")));
        assertTrue(found.find(), pattern);
        return Arrays.stream(found.group(1).split("[,| ]+"));
    }

    private static <T> Stream<Class<?>> providers(Class<T> service) {
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
                for (var entry : ClassFile.of().parse(in.readAllBytes()).constantPool()) {
                    if (!(entry instanceof ClassEntry type)) continue;
                    var plain = type.asInternalName().replaceFirst("^\\[+L(.*);$", "$1");
                    // Of the JDK, a library asks for more than it needs.
                    if (!own && isOfTheJdk(plain)) continue;
                    if (ways.putIfAbsent(plain, ways.get(name) + " > " + plain) == null) open.add(plain);
                }
            }
        }
    }

    private boolean isOfTheJdk(String name) {
        var url = loader.getResource(name + ".class");
        return url != null && url.getProtocol().equals("jrt");
    }

    @Test void pimOptHasAllThatItCanReach() throws IOException {
        var services = List.of(Dialect.class, Pass.class, NamedPipeline.class, Interpreter.class, TimingModel.class);
        var from = Stream.concat(Stream.of(PimOpt.class), services.stream().flatMap(s -> providers(s))).toList();
        walk(from);
        var absent = inLauncher("(lean/[^)]*)\\) ;;").map(l -> l.replaceFirst("lean/", "").replace("*", "")).toList();
        for (var library : libraries.entrySet()) {
            assertFalse(absent.stream().anyMatch(library.getKey()::startsWith), () -> library + " is not given to pim-opt");
        }
        assertTrue(libraries.containsKey("antlr4-runtime") && libraries.containsKey("jackson-databind"), libraries::toString);
        assertTrue(modules.contains("jdk.zipfs"), modules::toString);
        modules.removeAll(inLauncher("--add-modules ([^ ]*)").toList());
        assertEquals(Set.of(), modules);
    }

    @Test void librariesThatAreLeftOutExist() throws IOException {
        var path = System.getProperty("java.class.path");
        for (var absent : inLauncher("(lean/[^)]*)\\) ;;").toList()) {
            var name = absent.replaceFirst("lean/", "").replace("*", "");
            assertTrue(path.contains("/" + name), () -> name + " is none of the libraries");
        }
    }
}
