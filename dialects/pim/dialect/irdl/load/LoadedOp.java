package pim.dialect.irdl.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pim.define.DynamicOp;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.dialect.irdl.Belonging;
import pim.dialect.irdl.RegionShape;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.attr.Location;
import pim.ir.attr.TypeAttr;

/// An op that a definition in IRDL describes.
///
/// @param regions in the order in which the definition makes them, which is the one that `mlir-opt` goes by, whatever `irdl.regions` lists
record LoadedOp(String name, Conditions conditions, Segments operands, Segments results, Map<String, Value> attributes, List<RegionShape> regions)
    implements DynamicOp {
    static LoadedOp of(String name, Operation definition) {
        var operands = new Segments("operand", List.of(), List.of());
        var results = new Segments("result", List.of(), List.of());
        var attributes = new LinkedHashMap<String, Value>();
        var regions = new ArrayList<RegionShape>();
        for (var op : definition.region(0).entry()) {
            switch (op.op()) {
                case Belonging.Operands(var args, _, var variadicity) -> operands = new Segments("operand", args, variadicity.values());
                case Belonging.Results(var args, _, var variadicity) -> results = new Segments("result", args, variadicity.values());
                case Belonging.Attributes(var values, var names) -> {
                    for (int i = 0; i < names.size(); i++) attributes.put(names.get(i), values.get(i));
                }
                case RegionShape shape -> regions.add(shape);
                case null, default -> {}
            }
        }
        return new LoadedOp(name, Conditions.of(definition), operands, results, attributes, regions);
    }

    @Override public void verify(Operation op, Diagnostics diagnostics) {
        var own = "'" + name + "' op ";
        if (!op.properties().isEmpty()) {
            diagnostics.error(op.location(), "invalid properties " + op.properties() + " for op " + name
                + ": an op defined in IRDL has no properties; write its attributes as {...} behind its operands");
            return;
        }
        if (!op.successors().isEmpty()) {
            diagnostics.error(op, "has successors, but an op defined in IRDL is not a terminator");
            return;
        }
        var comparison = conditions.compare();
        try {
            parts(op, own, comparison);
        } catch (IllegalArgumentException e) {
            diagnostics.error(op.location(), e.getMessage());
        }
        if (op.regions().size() != regions.size()) {
            diagnostics.error(op, "unexpected number of regions: expected " + regions.size() + " but got " + op.regions().size());
            return;
        }
        for (int i = 0; i < regions.size(); i++) if (!region(op, i, comparison, diagnostics)) return;
    }

    private void parts(Operation op, String own, Conditions.Comparison comparison) {
        var operandSizes = operands.sizes(op, op.operandCount());
        var resultSizes = results.sizes(op, op.resultCount());
        attributes.forEach((name, variable) -> {
            var given = op.attribute(name);
            if (given == null) throw new IllegalArgumentException(own + "attribute \"" + name + "\" is expected but not provided");
            demand(comparison.wrong(given, variable));
        });
        types(op.operands(), operandSizes, operands, comparison);
        types(op.results(), resultSizes, results, comparison);
    }

    private static void types(List<Value> values, int[] sizes, Segments segments, Conditions.Comparison comparison) {
        int at = 0;
        for (int i = 0; i < sizes.length; i++) {
            for (int end = at + sizes[i]; at < end; at++) {
                demand(comparison.wrong(new TypeAttr(values.get(at).type()), segments.variables().get(i)));
            }
        }
    }

    private static void demand(String wrong) {
        if (wrong != null) throw new IllegalArgumentException(wrong);
    }

    private boolean region(Operation op, int index, Conditions.Comparison comparison, Diagnostics diagnostics) {
        var shape = regions.get(index);
        var region = op.region(index);
        var expected = "expected region " + index + " to have ";
        int blocks = shape.numberOfBlocks().orElse(region.blocks().size());
        if (blocks != region.blocks().size()) {
            return wrong(op, op.location(), expected + blocks + " block(s) but got " + region.blocks().size(), diagnostics);
        }
        if (!shape.constrainedArguments()) return true;
        var given = arguments(region);
        int count = shape.entryBlockArguments().size();
        if (given.size() != count) {
            var at = given.isEmpty() ? op.location() : region.entry().argument(0).location();
            return wrong(op, at, expected + count + " arguments but got " + given.size(), diagnostics);
        }
        for (int i = 0; i < count; i++) {
            var wrong = comparison.wrong(new TypeAttr(given.get(i).type()), shape.entryBlockArguments().get(i));
            if (wrong != null) return wrong(op, region.entry().argument(i).location(), wrong, diagnostics);
        }
        return true;
    }

    private static List<? extends Value> arguments(Region region) {
        return region.isEmpty() ? List.of() : region.entry().arguments();
    }

    private static boolean wrong(Operation op, Location at, String message, Diagnostics diagnostics) {
        if (at.equals(op.location())) diagnostics.error(at, message);
        else diagnostics.error(at, message, Diagnostic.note(op.location(), "see the operation"));
        return false;
    }
}
