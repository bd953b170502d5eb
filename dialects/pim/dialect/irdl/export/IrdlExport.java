package pim.dialect.irdl.export;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pim.define.Dialect;
import pim.define.Names;
import pim.define.Registry;
import pim.dialect.irdl.load.BaseName;
import pim.ir.attr.DialectAttr;
import pim.ir.type.DialectType;

/// Writes a dialect whose ops are records as a definition in IRDL: what must hold of their operands, results, attributes and regions, as far as
/// IRDL can say it, and as comments the rest.
public final class IrdlExport {
    private final Dialect dialect;
    private final Map<String, Class<?>> types = new TreeMap<>(), attributes = new TreeMap<>();

    private IrdlExport(Dialect dialect) {
        this.dialect = dialect;
    }

    /// The text of the definition.
    public static String of(Dialect dialect, Registry registry) {
        var export = new IrdlExport(dialect);
        var operations = new ArrayList<String>();
        for (var definition : registry.definitions(dialect)) operations.add(new OperationText(definition, export).text());
        var text = new StringBuilder("""
            // The dialect `%1$s` in IRDL, made from the definitions of its ops by `pim-opt --export-irdl=%1$s`; for `mlir-opt --irdl-file=FILE`.
            // What IRDL cannot say stands in comments; `pim-opt` verifies that too. A list of operands (or results) is of one type in IRDL.
            irdl.dialect @%1$s {
            """.formatted(dialect.namespace()));
        export.types.forEach((mnemonic, type) -> export.define("type", mnemonic, type, text));
        export.attributes.forEach((mnemonic, attribute) -> export.define("attribute", mnemonic, attribute, text));
        operations.forEach(text::append);
        return text.append("}\n").toString();
    }

    private void define(String kind, String mnemonic, Class<?> record, StringBuilder text) {
        text.append("  irdl.").append(kind).append(" @").append(mnemonic);
        if (record.getRecordComponents().length == 0) {
            text.append('\n');
            return;
        }
        text.append("""
             {
                // Its parameters have a syntax of their own; `pim-opt --print-irdl-form` writes it as a string.
                %0 = irdl.base "#builtin.string"
                irdl.parameters(syntax: %0)
              }
            """);
    }

    /// The condition on a type or attribute to be of one of these classes, as IRDL has it after `irdl.`, one condition for each case; null when one
    /// of them cannot be named.
    List<String> cases(List<? extends Class<?>> classes) {
        var cases = new ArrayList<String>();
        for (var type : classes) {
            if (type.isEnum()) {
                for (var constant : type.getEnumConstants()) cases.add("is " + constant);
                continue;
            }
            var base = base(type);
            if (base == null) return null;
            cases.add("base " + base);
        }
        return cases;
    }

    /// Defines what the dialect itself has of this kind, or within this list of such.
    void mention(Type kind) {
        if (kind instanceof ParameterizedType list) for (var element : list.getActualTypeArguments()) mention(element);
        else base((Class<?>) kind);
    }

    private String base(Class<?> kind) {
        if (BaseName.ofTypes(kind) != null) return "\"!" + BaseName.ofTypes(kind) + '"';
        if (BaseName.ofAttributes(kind) != null) return "\"#" + BaseName.ofAttributes(kind) + '"';
        // A type of another dialect cannot be named in this file.
        boolean own = kind.isRecord() && kind.getPackageName().equals(dialect.getClass().getPackageName());
        if (!own) return null;
        boolean isType = DialectType.class.isAssignableFrom(kind);
        if (!isType && !DialectAttr.class.isAssignableFrom(kind)) return null;
        var mnemonic = Names.snake(kind.getSimpleName().replaceFirst("(Type|Attr)$", ""));
        (isType ? types : attributes).put(mnemonic, kind);
        return "@" + dialect.namespace() + "::@" + mnemonic;
    }
}
