package pim.pass.generic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.GabowStrongConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;
import pim.ir.Attributes;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Operation;
import pim.ir.Symbols;
import pim.ir.attr.SymbolRefAttr;

/// Which functions within an operation speak of which, as far as they can be removed.
final class CallGraph {
    /// How often each function speaks of each other.
    private final Map<Operation, Map<Operation, Integer>> references = new LinkedHashMap<>();
    private final Map<Operation, Integer> counts = new HashMap<>();
    private final Map<Operation, Set<Operation>> callees = new LinkedHashMap<>();
    private final Set<Operation> kept = new HashSet<>();
    private final Set<Operation> dead = new HashSet<>();

    CallGraph(Operation root) {
        root.walk(op -> {
            if (op != root && op.has(Callable.class)) references.put(op, Map.of());
        });
        references.keySet().forEach(this::update);
        for (var function : references.keySet()) {
            var targets = callsIn(function).stream().map(Call::target).filter(references::containsKey);
            callees.put(function, targets.collect(Collectors.toCollection(LinkedHashSet::new)));
        }
        for (var function : references.keySet()) if (Symbols.isPublic(function)) kept.add(function);
        root.walk(op -> {
            if (Callers.around(op) == null && !references.containsKey(op)) kept.addAll(spokenOf(op).keySet());
        });
    }

    /// The functions, those that call each other in a circle together, each behind all that it calls. Those of a circle are in the order in which
    /// MLIR's inliner takes them, the one that was come to last first.
    List<List<Operation>> calleesFirst() {
        var graph = new SimpleDirectedGraph<Operation, DefaultEdge>(DefaultEdge.class);
        callees.keySet().forEach(graph::addVertex);
        callees.forEach((function, all) -> all.stream().filter(callee -> callee != function).forEach(callee -> graph.addEdge(function, callee)));
        var order = new ArrayList<Graph<Operation, DefaultEdge>>();
        new TopologicalOrderIterator<>(new GabowStrongConnectivityInspector<>(graph).getCondensation()).forEachRemaining(order::add);
        var found = inDepthFirst();
        return order.reversed().stream().map(circle -> circle.vertexSet().stream().sorted(Comparator.comparing(found::get).reversed()).toList())
            .toList();
    }

    /// When a search in depth first comes to each function.
    private Map<Operation, Integer> inDepthFirst() {
        var found = new HashMap<Operation, Integer>();
        var ways = new ArrayDeque<Iterator<Operation>>();
        ways.push(callees.keySet().iterator());
        while (!ways.isEmpty()) {
            if (!ways.peek().hasNext()) {
                ways.pop();
                continue;
            }
            var function = ways.peek().next();
            if (found.putIfAbsent(function, found.size()) == null) ways.push(callees.get(function).iterator());
        }
        return found;
    }

    /// Whether `caller` called `callee` before anything was inlined; no for one outside of the graph, of which that is not known.
    boolean called(Operation caller, Operation callee) {
        return callees.getOrDefault(caller, Set.of()).contains(callee);
    }

    List<Operation> callsIn(Operation function) {
        var calls = new ArrayList<Operation>();
        ((Callable) function.op()).body().walk(op -> {
            if (op.has(Call.class)) calls.add(op);
        });
        return calls;
    }

    /// The body of the function is another than before.
    void update(Operation function) {
        var now = new HashMap<Operation, Integer>();
        function.walk(op -> spokenOf(op).forEach((target, count) -> now.merge(target, count, Integer::sum)));
        replace(function, now);
    }

    private void replace(Operation function, Map<Operation, Integer> now) {
        references.put(function, now).forEach((target, count) -> counts.merge(target, -count, Integer::sum));
        now.forEach((target, count) -> counts.merge(target, count, Integer::sum));
    }

    private Map<Operation, Integer> spokenOf(Operation op) {
        var targets = new HashMap<Operation, Integer>();
        Attributes.visit(op, attribute -> {
            if (!(attribute instanceof SymbolRefAttr symbol)) return;
            var target = Symbols.resolve(op, symbol);
            if (target != null && references.containsKey(target)) targets.merge(target, 1, Integer::sum);
        });
        return targets;
    }

    /// Whether nothing speaks of the function, and nothing outside can.
    boolean isDead(Operation function) {
        boolean declared = ((Callable) function.op()).body().isEmpty();
        return dead.contains(function) || !declared && !kept.contains(function) && counts.getOrDefault(function, 0) == 0;
    }

    /// The function is to be removed in the end, and speaks of nothing any more.
    void drop(Operation function) {
        if (dead.add(function)) replace(function, Map.of());
    }

    void eraseDead() {
        dead.forEach(Operation::erase);
    }
}
