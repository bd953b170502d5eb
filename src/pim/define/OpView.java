package pim.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.type.Type;

/// Reads what an operation says. An operation that does not fit its definition says nothing; the [Verifier] tells why.
public final class OpView {
    private OpView() {}

    /// The record of `operation`, or null when it does not fit.
    static Op read(OpDefinition definition, Operation operation) {
        var parts = definition.parts();
        var values = new Object[parts.size()];
        var operandSizes = sizes(definition, Kind.OPERAND, operation, operation.operandCount());
        var resultSizes = sizes(definition, Kind.RESULT, operation, operation.resultCount());
        var regionSizes = sizes(definition, Kind.REGION, operation, operation.regions().size());
        var successorSizes = sizes(definition, Kind.SUCCESSOR, operation, operation.successors().size());
        if (operandSizes == null || resultSizes == null && !definition.infersResults() || regionSizes == null || successorSizes == null) return null;
        for (int i = 0; i < values.length; i++) {
            var part = parts.get(i);
            values[i] = switch (part.kind()) {
                case OPERAND -> slice(part, operandSizes, operation.operands());
                case RESULT -> slice(part, resultSizes, operation.resultTypes());
                case REGION -> slice(part, regionSizes, operation.regions());
                case SUCCESSOR -> slice(part, successorSizes, operation.successors());
                case ATTRIBUTE -> attribute(part, operation);
            };
            if (values[i] == null) return null;
        }
        return definition.make(values);
    }

    private static Object attribute(Part part, Operation operation) {
        var attribute = operation.attribute(part.name());
        if (part.javaType() == boolean.class) return attribute != null;
        if (attribute == null) return part.arity() == Arity.OPTIONAL ? Optional.empty() : null;
        var value = part.codec().decode().apply(attribute);
        return part.arity() == Arity.OPTIONAL && value != null ? Optional.of(value) : value;
    }

    private static <T> Object slice(Part part, int[] sizes, List<T> all) {
        var items = items(part, sizes, all);
        return switch (part.arity()) {
            case ONE -> items.getFirst();
            case OPTIONAL -> items.isEmpty() ? Optional.empty() : Optional.of(items.getFirst());
            case VARIADIC -> new ArrayList<>(items);
        };
    }

    private static <T> List<T> items(Part part, int[] sizes, List<T> all) {
        int start = 0;
        for (int i = 0; i < part.index(); i++) start += sizes[i];
        return all.subList(start, start + sizes[part.index()]);
    }

    /// The operands of the part, of an operation that fits its definition.
    public static List<Value> operands(OpDefinition definition, Part part, Operation operation) {
        return items(part, sizes(definition, Kind.OPERAND, operation, operation.operandCount()), operation.operands());
    }

    /// The types of the results of the part, of an operation that fits its definition.
    public static List<Type> resultTypes(OpDefinition definition, Part part, Operation operation) {
        return items(part, sizes(definition, Kind.RESULT, operation, operation.resultCount()), operation.resultTypes());
    }

    /// How many of the `total` operands (results, ...) belong to each part of the kind; null when they cannot be shared out so.
    public static int[] sizes(OpDefinition definition, Kind kind, Operation operation, int total) {
        var parts = definition.parts(kind);
        var sizes = new int[parts.size()];
        int rest = total;
        if (definition.needsSegments(kind) && (kind == Kind.OPERAND || kind == Kind.RESULT)) {
            var name = kind == Kind.OPERAND ? "operandSegmentSizes" : "resultSegmentSizes";
            if (!(operation.attribute(name) instanceof DenseArrayAttr(_, var written, _)) || written.length != sizes.length) return null;
            for (int i = 0; i < sizes.length; i++) {
                sizes[i] = (int) written[i];
                rest -= sizes[i];
                if (sizes[i] < 0 || !allows(parts.get(i).arity(), sizes[i])) return null;
            }
            return rest == 0 ? sizes : null;
        }
        int open = -1;
        for (int i = 0; i < sizes.length; i++) {
            if (parts.get(i).arity() == Arity.ONE) {
                sizes[i] = 1;
                rest--;
            } else {
                open = i;
            }
        }
        if (open >= 0 && rest >= 0) {
            sizes[open] = rest;
            return allows(parts.get(open).arity(), rest) ? sizes : null;
        }
        return rest == 0 ? sizes : null;
    }

    private static boolean allows(Arity arity, int size) {
        return switch (arity) {
            case ONE -> size == 1;
            case OPTIONAL -> size <= 1;
            case VARIADIC -> true;
        };
    }
}
