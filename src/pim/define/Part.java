package pim.define;

import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import pim.ir.Block;
import pim.ir.Region;
import pim.ir.Value;

/// One component of an op's record: what part of the operation it is, and how many of it there may be.
///
/// @param index      the place among the parts of its kind
/// @param constraint what `@Is` demands, or null
/// @param codec      of an attribute, else null
/// @param javaType   of one element where there may be several
public record Part(String name, Kind kind, Arity arity, int index, Constraint constraint, AttributeCodec codec, Type javaType) {
    public enum Kind { OPERAND, RESULT, ATTRIBUTE, REGION, SUCCESSOR }

    public enum Arity { ONE, OPTIONAL, VARIADIC }

    /// @param number the place of the component in the record
    /// @param counts how many parts of each kind there are before it, to which it is added
    static Part of(Class<?> record, int number, RecordComponent component, int[] counts) {
        Type type = component.getType(), argument = TypeArgument.of(component);
        var arity = type == boolean.class ? Arity.OPTIONAL : Arity.ONE;
        if (type == Optional.class && argument != null) {
            arity = Arity.OPTIONAL;
            type = argument;
        } else if (type == List.class && argument != null && kind(argument) != Kind.ATTRIBUTE) {
            arity = Arity.VARIADIC;
            type = argument;
        } else type = component.getGenericType();
        var kind = kind(type);
        var named = Annotations.of(record, number, Name.class);
        var is = Annotations.of(record, number, Is.class);
        return new Part(named != null ? named.value() : Names.snake(component.getName()), kind, arity, counts[kind.ordinal()]++,
            is == null ? null : Instances.of(is.value()), kind == Kind.ATTRIBUTE ? AttributeCodec.of(type) : null, type);
    }

    private static Kind kind(Type type) {
        if (type == Value.class) return Kind.OPERAND;
        if (type == pim.ir.type.Type.class) return Kind.RESULT;
        if (type == Region.class) return Kind.REGION;
        if (type == Block.class) return Kind.SUCCESSOR;
        return Kind.ATTRIBUTE;
    }
}
