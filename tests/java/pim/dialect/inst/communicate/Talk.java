package pim.dialect.inst.communicate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import pim.define.Registry;
import pim.define.Verifier;
import pim.diagnose.Diagnostics;
import pim.diagnose.SourceText;
import pim.ir.Operation;
import pim.syntax.ModuleReader;

/// Random programs that do nothing but talk to each other. Unless they are spoilt, all that is said is heard.
public final class Talk {
    private sealed interface Node {
        record Send(int core, int size) implements Node {}

        record Recv(int core, int size) implements Node {}

        record Sync(int core, int register) implements Node {}

        record Await(int register, int value) implements Node {}

        record Repeat(int trips, List<Node> body) implements Node {}
    }

    private static final int LARGEST = 64, REGISTERS = 2;

    private final Map<Integer, List<Node>> programs = new TreeMap<>();
    private final Random random;
    private final boolean events;

    private Talk(Random random, int cores, boolean events, int depth) {
        this.random = random;
        this.events = events;
        for (int i = 0; i < cores; i++) programs.put(i, new ArrayList<>());
        fill(programs, depth);
    }

    /// @param events whether there are some beside messages
    public static Talk random(Random random, int cores, boolean events, int depth) {
        return new Talk(random, cores, events, depth);
    }

    /// Adds what the cores say to each other, in one order for all.
    private void fill(Map<Integer, List<Node>> parts, int depth) {
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            var cores = new ArrayList<>(parts.keySet());
            Collections.shuffle(cores, random);
            if (depth > 0 && random.nextInt(2) == 0) loop(parts, cores.subList(0, 1 + random.nextInt(cores.size())), depth);
            else if (cores.size() > 1 && events && random.nextInt(2) == 0) gather(parts, cores.subList(0, 2 + random.nextInt(cores.size() - 1)));
            else if (cores.size() > 1) message(parts, cores.get(0), cores.get(1));
        }
    }

    private void message(Map<Integer, List<Node>> parts, int from, int to) {
        // The same between two cores, so that whatever becomes of the program sizes agree.
        int size = 1 + 7 * from + to;
        parts.get(from).add(new Node.Send(to, size));
        parts.get(to).add(new Node.Recv(from, size));
    }

    /// All but the first count an event of the first; most times it answers each.
    private void gather(Map<Integer, List<Node>> parts, List<Integer> cores) {
        int register = random.nextInt(REGISTERS);
        for (int core : cores.subList(1, cores.size())) parts.get(core).add(new Node.Sync(cores.getFirst(), register));
        parts.get(cores.getFirst()).add(new Node.Await(register, cores.size() - 1));
        for (int core : cores.subList(1, cores.size())) if (random.nextInt(8) > 0) message(parts, cores.getFirst(), core);
    }

    /// Rounds that the cores cut into loops each as it likes.
    private void loop(Map<Integer, List<Node>> parts, List<Integer> cores, int depth) {
        // All orders of events must be gone through in a test, of messages there is one.
        int inner = 1 + random.nextInt(events ? 3 : 7), trips = inner * (1 + random.nextInt(events ? 6 : 9));
        var body = new TreeMap<Integer, List<Node>>();
        for (int core : cores) body.put(core, new ArrayList<>());
        fill(body, depth - 1);
        for (int core : cores) {
            var nodes = body.get(core);
            parts.get(core).add(switch (random.nextInt(3)) {
                case 0 -> new Node.Repeat(trips, nodes);
                case 1 -> new Node.Repeat(trips / inner, new ArrayList<>(List.of(new Node.Repeat(inner, nodes))));
                default -> new Node.Repeat(trips / inner, new ArrayList<>(IntStream.range(0, inner).boxed().flatMap(_ -> nodes.stream()).toList()));
            });
        }
    }

    /// Changes something in one of the programs.
    public void spoil() {
        var nodes = programs.get(random.nextInt(programs.size()));
        for (;;) {
            if (nodes.isEmpty()) return;
            int at = random.nextInt(nodes.size());
            switch (random.nextInt(5)) {
                case 0 -> nodes.remove(at);
                case 1 -> nodes.add(at, nodes.get(at));
                case 2 -> nodes.add(nodes.remove(at));
                case 3 -> {
                    if (!(nodes.get(at) instanceof Node.Repeat(var trips, var body))) continue;
                    nodes.set(at, new Node.Repeat(trips + (random.nextBoolean() ? 1 : -1), body));
                }
                default -> {
                    if (!(nodes.get(at) instanceof Node.Repeat(_, var body))) continue;
                    nodes = body;
                    continue;
                }
            }
            return;
        }
    }

    /// Makes one message shorter on one side.
    public boolean spoilSize() {
        for (var nodes : programs.values()) {
            for (int i = 0; i < nodes.size(); i++) {
                if (!(nodes.get(i) instanceof Node.Send(var core, var size))) continue;
                nodes.set(i, new Node.Send(core, size + 1));
                return true;
            }
        }
        return false;
    }

    /// A module of the dialect inst. Nothing can go wrong in it but messages.
    public Operation inst(Diagnostics diagnostics) {
        var text = new StringBuilder();
        programs.forEach((core, nodes) -> {
            text.append("inst.core ").append(core).append(" groups [] {\n  %a = inst.alloc ").append(LARGEST + 1).append("\n  %b = inst.alloc ")
                .append(LARGEST + 1).append("\n  inst.write %a[0], ").append(LARGEST + 1).append(", 1\n");
            append(text, nodes, "inst");
            text.append("}\n");
        });
        return read(text, diagnostics);
    }

    /// A module of the dialect isa.
    public Operation isa(Diagnostics diagnostics) {
        var text = new StringBuilder();
        programs.forEach((core, nodes) -> {
            text.append("isa.core ").append(core).append(" groups [] {\n");
            append(text, nodes, "isa");
            text.append("}\n");
        });
        return read(text, diagnostics);
    }

    private static Operation read(StringBuilder text, Diagnostics diagnostics) {
        var registry = Registry.standard();
        var module = ModuleReader.read(new SourceText("talk.mlir", text.toString()), registry, diagnostics, false).top();
        if (!Verifier.verify(module, registry, diagnostics)) throw new AssertionError(text);
        return module;
    }

    private static void append(StringBuilder text, List<Node> nodes, String dialect) {
        boolean isa = dialect.equals("isa");
        for (var node : nodes) {
            switch (node) {
                case Node.Send(var core, var size) -> text.append(isa ? "isa.send r0, core " + core + ", size " + size
                    : "inst.send " + core + ", %a[0], " + size);
                case Node.Recv(var core, var size) -> text.append(isa ? "isa.recv r0, core " + core + ", size " + size
                    : "inst.recv " + core + ", %b[0], " + size);
                case Node.Sync(var core, var register) -> text.append("isa.sync event_register " + register + ", core " + core);
                case Node.Await(var register, var value) -> text.append("isa.wait event_register " + register + ", wait_value " + value);
                case Node.Repeat(var trips, var body) -> {
                    text.append(dialect).append(".for %i").append(text.length()).append(" = 0 to ").append(trips).append(" {\n");
                    append(text, body, dialect);
                    text.append("}");
                }
            }
            text.append("\n");
        }
    }
}
