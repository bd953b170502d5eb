package pim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.junit.jupiter.api.Test;

/// Which way dependencies go, and the house rules that can be seen from outside.
class LayoutTest {
    /// The packages under `pim`, each layer using only itself and those before it; those of one layer do not use each other.
    private static final List<List<String>> LAYERS = List.of(List.of("parallel", "tensor", "ir"), List.of("diagnose"), List.of("define"),
        List.of("syntax", "rewrite", "interpret"), List.of("pass"), List.of("simulate"), List.of("dialect"), List.of("tool"));
    /// Generated from the schema of ONNX, and used where ONNX is read and written.
    private static final Map<String, Set<String>> GENERATED = Map.of("onnx", Set.of("dialect", "tool"));
    private static final Path CLASSES = Path.of("target/classes/pim");
    private static final List<Path> ROOMS = List.of(Path.of("src"), Path.of("dialects"), Path.of("tools"), Path.of("tests/java"));
    private static final Pattern OURS = Pattern.compile("pim/([\\w/]+)/[\\w$]+");
    /// What the build writes of what is built in stands beside the service, and names what provides it.
    private static final String PROVIDERS = "$Providers.class";
    private static final int LONGEST_FILE = 500;

    @Test void dependenciesGoOneWay() throws IOException {
        var wrong = new TreeSet<String>();
        for (var file : classFiles()) {
            var from = top(packageOf(file));
            if (GENERATED.containsKey(from)) continue;
            for (var used : usedPackages(file)) {
                var to = top(used);
                boolean allowed = from.equals(to) || (GENERATED.containsKey(to) ? GENERATED.get(to).contains(from) : layer(to) < layer(from));
                if (!allowed) wrong.add(name(file) + " uses pim." + used.replace('/', '.'));
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test void noDialectUsesAnotherInACircle() throws IOException {
        var graph = new DefaultDirectedGraph<String, DefaultEdge>(DefaultEdge.class);
        for (var file : classFiles()) {
            var from = dialect(packageOf(file));
            for (var used : usedPackages(file)) {
                var to = dialect(used);
                if (from == null || to == null || from.equals(to)) continue;
                graph.addVertex(from);
                graph.addVertex(to);
                graph.addEdge(from, to);
            }
        }
        assertEquals(Set.of(), new CycleDetector<>(graph).findCycles());
    }

    @Test void namesAreTheWordsOfTheField() throws IOException {
        var empty = Pattern.compile(".*(Utils?|Manager|Helper|Impl|Data)");
        var wrong = new TreeSet<String>();
        var own = sources().map(f -> f.getFileName().toString().replaceFirst("\\.java$", "")).toList();
        for (var file : classFiles()) {
            var parts = file.getFileName().toString().replaceFirst("\\.class$", "").split("\\$");
            if (!own.contains(parts[0])) continue;
            for (var part : parts) if (empty.matcher(part).matches()) wrong.add(name(file));
        }
        own.stream().filter(n -> empty.matcher(n).matches()).forEach(wrong::add);
        assertEquals(Set.of(), wrong);
    }

    @Test void aFileIsReadAtOneSitting() throws IOException {
        var wrong = new HashMap<Path, Long>();
        var files = Stream.concat(sources(), walk(Path.of("grammar"), ".g4").stream()).toList();
        for (var file : files) {
            try (var lines = Files.lines(file)) {
                long count = lines.count();
                if (count > LONGEST_FILE) wrong.put(file, count);
            }
        }
        assertEquals(Map.of(), wrong);
    }

    private static int layer(String name) {
        for (int i = 0; i < LAYERS.size(); i++) if (LAYERS.get(i).contains(name)) return i;
        throw new AssertionError("no layer has the package pim." + name);
    }

    private static String top(String packageName) {
        return packageName.split("/")[0];
    }

    private static String dialect(String packageName) {
        var parts = packageName.split("/");
        return parts[0].equals("dialect") && parts.length > 1 ? parts[1] : null;
    }

    private static String packageOf(Path file) {
        return CLASSES.relativize(file).getParent().toString();
    }

    private static String name(Path file) {
        return CLASSES.relativize(file).toString().replaceFirst("\\.class$", "").replace('/', '.');
    }

    /// The packages below `pim` whose classes are named in the file: as such, or in the type of a member.
    private static Set<String> usedPackages(Path file) throws IOException {
        var used = new TreeSet<String>();
        for (var entry : ClassFile.of().parse(file).constantPool()) {
            var text = switch (entry) {
                case ClassEntry c -> c.asInternalName();
                case Utf8Entry u when u.stringValue().matches("[(<\\[L].*;.*") -> u.stringValue();
                default -> "";
            };
            var match = OURS.matcher(text);
            while (match.find()) used.add(match.group(1));
        }
        return used;
    }

    private static List<Path> classFiles() throws IOException {
        var files = walk(CLASSES, ".class");
        if (files.isEmpty()) throw new AssertionError("nothing is compiled in " + CLASSES.toAbsolutePath());
        return files.stream().filter(file -> !file.endsWith("package-info.class") && !file.toString().endsWith(PROVIDERS)).toList();
    }

    private static Stream<Path> sources() throws IOException {
        var files = new ArrayList<Path>();
        for (var room : ROOMS) files.addAll(walk(room, ".java"));
        return files.stream();
    }

    private static List<Path> walk(Path folder, String extension) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension)).toList();
        }
    }
}
