package pim.rewrite;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import pim.define.Registry;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.DictionaryAttr;
import pim.ir.type.Type;

/// Which type a [DialectConversion] makes of which, and how values of one are made values of the other where both are in use.
public final class TypeConverter {
    private static final String CAST = "builtin.unrealized_conversion_cast";

    /// Makes a value of type `wanted` out of `input`, where `rw` stands; null when that cannot be.
    @FunctionalInterface public interface Materialization {
        Value make(Rewriter rw, Type wanted, Value input);
    }

    private final List<Function<Type, Type>> conversions = new ArrayList<>();
    private final List<Materialization> source = new ArrayList<>();
    private final List<Materialization> target = new ArrayList<>();

    /// Adds a conversion: the type that another becomes, which may be the same; null when it does not know. Of several, the last added is asked
    /// first. A type that none of them knows cannot be converted.
    public TypeConverter convert(Function<Type, Type> conversion) {
        conversions.addFirst(conversion);
        return this;
    }

    /// Adds a conversion of the types of one class.
    public <T extends Type> TypeConverter convert(Class<T> type, Function<T, Type> conversion) {
        return convert(t -> type.isInstance(t) ? conversion.apply(type.cast(t)) : null);
    }

    /// Adds a way from a converted value back to the type it had, for users that were not converted. The last added is asked first.
    public TypeConverter toSource(Materialization materialization) {
        source.addFirst(materialization);
        return this;
    }

    /// Adds a way from a value to the converted type that a pattern expects. The last added is asked first.
    public TypeConverter toTarget(Materialization materialization) {
        target.addFirst(materialization);
        return this;
    }

    /// Makes values of other types by `builtin.unrealized_conversion_cast`, which a later conversion takes away again.
    public TypeConverter byCasts(Registry registry) {
        Materialization cast = (rw, wanted, input) -> rw.insert(new Operation(registry.kind(CAST), List.of(input), List.of(wanted),
            DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(), List.of(), rw.location())).result();
        return toSource(cast).toTarget(cast);
    }

    /// What the type becomes; null when it cannot be converted.
    public Type of(Type type) {
        for (var conversion : conversions) {
            var converted = conversion.apply(type);
            if (converted != null) return converted;
        }
        return null;
    }

    /// What the types become; null when one of them cannot be converted.
    public List<Type> of(List<Type> types) {
        var converted = types.stream().map(this::of).toList();
        return converted.stream().anyMatch(Objects::isNull) ? null : converted;
    }

    /// Whether the type stays as it is.
    public boolean isLegal(Type type) {
        return type.equals(of(type));
    }

    /// Whether all operands and results have types that stay as they are.
    public boolean isLegal(Operation op) {
        return op.operands().stream().allMatch(v -> isLegal(v.type())) && op.resultTypes().stream().allMatch(this::isLegal);
    }

    Value materialize(boolean toSource, Rewriter rw, Type wanted, Value input) {
        for (var materialization : toSource ? source : target) {
            var made = materialization.make(rw, wanted, input);
            if (made != null) return made;
        }
        return null;
    }
}
