package pim.dialect.arch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.diagnose.Spelling;
import pim.dialect.arch.schema.JsonText;
import pim.dialect.arch.schema.Key;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Scalar;
import pim.dialect.arch.schema.Tree;

/// The simulator's file of network costs: `latency` and `energy`, each an object of sending places with an object of receiving places.
final class NetworkTable {
    private static final String LATENCY = "latency", ENERGY = "energy";

    private static final List<String> TABLES = List.of(LATENCY, ENERGY);
    private static final String NO_PLACE = ": the chip has no such place";

    private final Accelerator accelerator;
    private final Tree tree;
    private final Diagnostics diagnostics;

    private NetworkTable(Accelerator accelerator, Tree tree, Diagnostics diagnostics) {
        this.accelerator = accelerator;
        this.tree = tree;
        this.diagnostics = diagnostics;
    }

    /// The description with the costs of its table. Costs of a hop and of the way to memory that the description does not give are taken from
    /// the table; each pair that the costs do not explain becomes a link, so that nothing of the table is lost and a regular one stays small.
    static Description takeIn(Description description, Path folder, Diagnostics diagnostics) {
        var network = description.accelerator().chip().network();
        var key = "chip_config.network_config.net_config_file_path";
        if (folder == null || !Files.isRegularFile(folder.resolve(network.table()))) {
            throw diagnostics.failure(description.location(key), "'" + key + "' names no file: \"" + network.table()
                + "\"; without the key the costs are computed from 'pimlico.network'");
        }
        var path = folder.resolve(network.table());
        int before = diagnostics.errorCount();
        var tree = JsonText.parse(Description.text(path, path.toString(), diagnostics), diagnostics);
        var table = new NetworkTable(description.accelerator(), tree, diagnostics);
        var links = table.links();
        if (diagnostics.errorCount() > before) throw new CompileFailure("the network table has errors");
        table.warnOfUnknown();
        var a = description.accelerator();
        var c = a.chip();
        var taken = table.fit(description, links);
        return new Description(a.with(new Chip(c.cores(), c.core(), c.globalMemory(), taken, c.communication(), c.globalMemoryId()), a.chips()),
            description.tree());
    }

    private static Stream<Integer> places(Chip chip) {
        return Stream.concat(Stream.of(chip.globalMemoryId()), IntStream.range(0, chip.cores()).boxed());
    }

    /// The pairs of different places with their costs. Each sending place that lacks a cost is reported.
    private List<Link> links() {
        var links = new ArrayList<Link>();
        var places = places(accelerator.chip()).toList();
        for (int from : places) {
            for (int to : places) {
                if (from == to) continue;
                var latency = cost(LATENCY, from, to);
                var energy = latency == null ? null : cost(ENERGY, from, to);
                if (energy == null) break;
                links.add(new Link(from, to, latency, energy));
            }
        }
        return links;
    }

    /// Warns of what the table has and nobody reads: of each sending place the first such receiving place.
    private void warnOfUnknown() {
        var known = places(accelerator.chip()).map(String::valueOf).collect(Collectors.toSet());
        ((Branch) tree).members().forEach((name, member) -> {
            if (!TABLES.contains(name)) {
                warn(member, name, Spelling.suggestion(name, TABLES));
                return;
            }
            ((Branch) member.value()).members().forEach((from, row) -> {
                var unknown = !known.contains(from) ? null : ((Branch) row.value()).members().entrySet().stream()
                    .filter(e -> !known.contains(e.getKey())).findFirst().orElse(null);
                if (!known.contains(from)) warn(row, name + "." + from, NO_PLACE);
                else if (unknown != null) warn(unknown.getValue(), name + "." + from + "." + unknown.getKey(), NO_PLACE);
            });
        });
    }

    private void warn(Tree.Member member, String path, String hint) {
        diagnostics.report(new Diagnostic(Diagnostic.Severity.WARNING, member.key(), "unknown key '" + path + "'" + hint, List.of()));
    }

    private Double cost(String table, int from, int to) {
        var at = tree;
        for (var name : List.of(table, "" + from, "" + to)) {
            if (!(at instanceof Branch branch)) {
                diagnostics.error(at.location(), "expected an object on the way to '" + table + "." + from + "." + to + "', got " + at.describe());
                return null;
            }
            if (branch.get(name) == null) {
                diagnostics.error(branch.location(), "missing key '" + table + "." + from + "." + to
                    + "': each place of the chip needs a cost to each other place");
                return null;
            }
            at = branch.get(name);
        }
        var cost = at instanceof Scalar(_, Number n) ? n.doubleValue() : -1;
        if (cost >= 0 && cost <= Key.LARGEST) return cost;
        diagnostics.error(at.location(), "'" + table + "." + from + "." + to + "' expects a number from 0 to 1e18 ("
            + (table.equals(LATENCY) ? "ns" : "pJ") + " for each flit), got " + at.describe());
        return null;
    }

    private Network fit(Description description, List<Link> links) {
        var n = accelerator.chip().network();
        var memory = links.stream().filter(l -> l.from() < 0).findFirst().orElseThrow();
        var neighbours = links.stream().filter(l -> l.from() >= 0 && l.to() >= 0 && n.hops(l.from(), l.to()) == 1).findFirst()
            .orElse(new Link(0, 1, n.hopLatency(), n.hopEnergy()));
        var given = "pimlico.network.";
        var fitted = new Network(n.topology(), n.width(), n.rows(), n.columns(), "",
            description.gives(given + "hop_latency") ? n.hopLatency() : neighbours.latency(),
            description.gives(given + "hop_energy") ? n.hopEnergy() : neighbours.energy(),
            description.gives(given + "memory_latency") ? n.memoryLatency() : memory.latency(),
            description.gives(given + "memory_energy") ? n.memoryEnergy() : memory.energy(), List.of());
        var others = links.stream().filter(l -> !l.equals(fitted.computed(l.from(), l.to()))).toList();
        return new Network(n.topology(), n.width(), n.rows(), n.columns(), "",
            fitted.hopLatency(), fitted.hopEnergy(), fitted.memoryLatency(), fitted.memoryEnergy(), others);
    }

    /// Writes the table of the costs between all places of a chip as JSON, pair by pair: it grows with the square of the cores.
    static void write(Chip chip, OutputStream out) throws IOException {
        var places = places(chip).toList();
        try (var json = new JsonFactory().createGenerator(out)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter());
            json.writeStartObject();
            for (var table : TABLES) {
                json.writeObjectFieldStart(table);
                for (int from : places) {
                    json.writeObjectFieldStart("" + from);
                    for (int to : places) {
                        if (to == from) continue;
                        var link = chip.network().link(from, to);
                        json.writeNumberField("" + to, table.equals(LATENCY) ? link.latency() : link.energy());
                    }
                    json.writeEndObject();
                }
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }
}
