package pim.dialect.irdl.load;

import java.util.HashMap;
import java.util.Map;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DenseStringsAttr;
import pim.ir.attr.DialectAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.DistinctAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.IntegerSetAttr;
import pim.ir.attr.Location;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.OpaqueElementsAttr;
import pim.ir.attr.SparseElementsAttr;
import pim.ir.attr.StridedLayoutAttr;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.ComplexType;
import pim.ir.type.DialectType;
import pim.ir.type.FloatType;
import pim.ir.type.FunctionType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.MemRefType;
import pim.ir.type.NoneType;
import pim.ir.type.OpaqueType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.TupleType;
import pim.ir.type.Type;
import pim.ir.type.UnrankedMemRefType;
import pim.ir.type.UnrankedTensorType;
import pim.ir.type.VectorType;

/// What kind of type or attribute something is, by the name that MLIR has for it: `builtin.integer`, `cmath.complex`.
public final class BaseName {
    private static final String BUILTIN = "builtin.";
    private static final Map<Class<?>, String> TYPES = named(IntegerType.class, "integer", IndexType.class, "index", NoneType.class, "none",
        ComplexType.class, "complex", TupleType.class, "tuple", FunctionType.class, "function", RankedTensorType.class, "tensor",
        UnrankedTensorType.class, "unranked_tensor", VectorType.class, "vector", MemRefType.class, "memref", UnrankedMemRefType.class,
        "unranked_memref", OpaqueType.class, "opaque");
    private static final Map<Class<?>, String> ATTRIBUTES = named(UnitAttr.class, "unit", IntegerAttr.class, "integer", FloatAttr.class, "float",
        StringAttr.class, "string", ArrayAttr.class, "array", DictionaryAttr.class, "dictionary", SymbolRefAttr.class, "symbol_ref",
        TypeAttr.class, "type", DenseElementsAttr.class, "dense_int_or_fp_elements",
        OpaqueElementsAttr.class, "dense_int_or_fp_elements", DenseStringsAttr.class, "dense_string_elements",
        DenseResourceAttr.class, "dense_resource_elements", DenseArrayAttr.class, "dense_array", SparseElementsAttr.class, "sparse_elements",
        AffineMapAttr.class, "affine_map", IntegerSetAttr.class, "integer_set", StridedLayoutAttr.class, "strided_layout", DistinctAttr.class,
        "distinct", OpaqueAttr.class, "opaque", Location.Unknown.class, "unknown_loc", Location.File.class, "file_line_range",
        Location.Name.class, "name_loc", Location.CallSite.class, "call_site_loc", Location.Fused.class, "fused_loc");

    private BaseName() {}

    private static Map<Class<?>, String> named(Object... pairs) {
        var names = new HashMap<Class<?>, String>();
        for (int i = 0; i < pairs.length; i += 2) names.put((Class<?>) pairs[i], BUILTIN + pairs[i + 1]);
        return names;
    }

    public static String of(Type type) {
        return switch (type) {
            case FloatType f -> BUILTIN + f;
            case DialectType d -> d.dialect() + "." + d.mnemonic();
            default -> TYPES.get(type.getClass());
        };
    }

    public static String of(Attribute attribute) {
        return attribute instanceof DialectAttr d ? d.dialect() + "." + d.mnemonic() : ATTRIBUTES.get(attribute.getClass());
    }

    /// The name of the attributes of a class that is built in, or null.
    public static String ofAttributes(Class<?> attribute) {
        return ATTRIBUTES.get(attribute);
    }

    /// The name of the types of a class that is built in, or null; each float type has its own name and the class of them none.
    public static String ofTypes(Class<?> type) {
        return TYPES.get(type);
    }

    /// Whether `name` is that of built-in types.
    static boolean isBuiltinType(String name) {
        return TYPES.containsValue(name) || name.startsWith(BUILTIN) && FloatType.named(name.substring(BUILTIN.length())) != null;
    }

    /// Whether `name` is that of built-in attributes.
    static boolean isBuiltinAttribute(String name) {
        return ATTRIBUTES.containsValue(name);
    }
}
