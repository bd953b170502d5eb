package pim.dialect.arch.schema;

import java.math.BigInteger;
import java.util.ArrayList;
import pim.dialect.arch.schema.Tree.Branch;
import pim.dialect.arch.schema.Tree.Member;
import pim.dialect.arch.schema.Tree.Scalar;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.ir.attr.NamedAttribute;
import pim.ir.attr.StringAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;

/// A [Tree] as an attribute of the IR: objects are dictionaries, lists arrays, integers `i64`, other numbers `f64`.
public final class AttributeForm {
    private AttributeForm() {}

    public static Attribute write(Tree tree) {
        return switch (tree) {
            case Branch(_, var list, var members) when list -> new ArrayAttr(members.values().stream().map(m -> write(m.value())).toList());
            case Branch(_, _, var members) -> {
                var entries = new ArrayList<NamedAttribute>();
                members.forEach((name, member) -> entries.add(new NamedAttribute(name, write(member.value()))));
                yield DictionaryAttr.of(entries);
            }
            case Scalar(_, Boolean b) -> IntegerAttr.bool(b);
            case Scalar(_, Long n) -> IntegerAttr.i64(n);
            case Scalar(_, Double d) -> FloatAttr.of(FloatType.F64, d);
            case Scalar(_, String s) -> StringAttr.of(s);
            case Scalar(_, var other) -> throw new IllegalArgumentException("no attribute holds " + other);
        };
    }

    /// The tree that `attribute` stands for; every place in it is `location`. An attribute of another kind becomes a scalar that no key accepts.
    public static Tree read(Attribute attribute, Location location) {
        return switch (attribute) {
            case DictionaryAttr(var entries) -> {
                var object = Branch.object(location);
                for (var entry : entries) object.members().put(entry.name(), new Member(location, read(entry.value(), location)));
                yield object;
            }
            case ArrayAttr(var elements) -> {
                var list = Branch.list(location);
                for (var element : elements) list.add(read(element, location));
                yield list;
            }
            case IntegerAttr i when i.type().equals(IntegerType.I1) -> new Scalar(location, i.isTrue());
            case IntegerAttr(_, BigInteger n) -> new Scalar(location, n.bitLength() < Long.SIZE ? (Object) n.longValue() : n);
            case FloatAttr f -> new Scalar(location, f.value());
            case StringAttr(var text, _) -> new Scalar(location, text);
            default -> new Scalar(location, attribute);
        };
    }
}
