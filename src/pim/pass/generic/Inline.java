package pim.pass.generic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import pim.ir.Call;
import pim.ir.Callable;
import pim.ir.Operation;
import pim.pass.Pass;
import pim.pass.PassContext;
import pim.pass.PassRegistry;
import pim.pass.Pipeline;
import pim.pass.PipelineParser;
import pim.rewrite.InlinedCall;

/// Puts the bodies of functions in the place of calls, callees first, and removes private functions that nothing speaks of any more. A function that
/// calls itself, or the very function that calls it, stays where it is.
///
/// @param defaultPipeline    what a function is simplified with before others are put into it, and again after; nothing for not at all
/// @param opPipelines        the same for functions of one kind: `func.func(canonicalize)`
/// @param maxIterations      how often that is done
/// @param inliningThreshold  a callee that has more operations than so many percent of the caller's stays where it is
public record Inline(String defaultPipeline, List<String> opPipelines, int maxIterations, long inliningThreshold) implements Pass {
    /// The largest number of 32 bits, which stands for no limit.
    private static final long UNLIMITED = 0xffff_ffffL;

    public Inline {
        if (maxIterations < 0) throw new IllegalArgumentException("max-iterations must be at least 0, got " + maxIterations);
        if (inliningThreshold < 0) throw new IllegalArgumentException("inlining-threshold must be at least 0, got " + inliningThreshold);
    }

    public Inline() {
        this("canonicalize", List.of(), 4, UNLIMITED);
    }

    @Override public String title() {
        return "Inliner";
    }

    @Override public String summary() {
        return "Inline function calls";
    }

    @Override public void run(Operation root, PassContext context) {
        var graph = new CallGraph(root);
        var pipelines = pipelines(context);
        for (var circle : graph.calleesFirst()) {
            int iterations = 0;
            do {
                for (var function : circle) if (!graph.isDead(function)) simplify(function, pipelines, graph, context);
            } while (inline(circle, graph, context) && ++iterations < maxIterations);
        }
        graph.eraseDead();
    }

    private Map<String, Pipeline> pipelines(PassContext context) {
        var parser = new PipelineParser(PassRegistry.standard(), context.registry(), context.diagnostics());
        var pipelines = new HashMap<String, Pipeline>();
        for (var text : opPipelines) {
            var pipeline = parser.parse(text);
            pipelines.put(pipeline.anchor(), pipeline);
        }
        return pipelines;
    }

    private void simplify(Operation function, Map<String, Pipeline> pipelines, CallGraph graph, PassContext context) {
        var pipeline = pipelines.computeIfAbsent(function.name(), name -> new PipelineParser(PassRegistry.standard(), context.registry(),
            context.diagnostics()).parse(name + "(" + defaultPipeline + ")"));
        if (pipeline.steps().isEmpty()) return;
        context.run(pipeline, function);
        graph.update(function);
    }

    /// A call in `caller` that came there by way of the functions in `history`.
    private record Site(Operation call, Operation caller, Operation target, Set<Operation> history) {}

    /// @return whether any call is gone
    private boolean inline(List<Operation> circle, CallGraph graph, PassContext context) {
        var sites = new ArrayList<Site>();
        for (var function : circle) {
            if (graph.isDead(function)) graph.drop(function);
            else collect(graph.callsIn(function), function, Set.of(), sites);
        }
        boolean inlined = false;
        for (int i = 0; i < sites.size(); i++) {
            var site = sites.get(i);
            if (returns(site, graph) || !isWorthIt(site) || !InlinedCall.isLegal(site.call, site.target, context.registry())) continue;
            var history = new HashSet<>(site.history);
            history.add(site.target);
            collect(InlinedCall.inline(site.call, site.target, context.registry()), site.caller, history, sites);
            graph.update(site.caller);
            if (graph.isDead(site.target)) graph.drop(site.target);
            inlined = true;
        }
        return inlined;
    }

    private static void collect(List<Operation> calls, Operation caller, Set<Operation> history, List<Site> sites) {
        for (var call : calls) {
            var target = Call.target(call);
            if (target != null) sites.add(new Site(call, caller, target, history));
        }
    }

    /// Whether the target calls itself or the caller, or has been put in there already.
    private static boolean returns(Site site, CallGraph graph) {
        return site.history.contains(site.target) || graph.called(site.target, site.target) || graph.called(site.target, site.caller);
    }

    private boolean isWorthIt(Site site) {
        if (inliningThreshold == 0 || inliningThreshold >= UNLIMITED) return inliningThreshold != 0;
        long caller = count(site.caller), callee = count(site.target);
        return caller == 0 || callee * 100 / caller <= inliningThreshold;
    }

    private static long count(Operation function) {
        var count = new long[1];
        ((Callable) function.op()).body().walk(_ -> count[0]++);
        return count[0];
    }
}
