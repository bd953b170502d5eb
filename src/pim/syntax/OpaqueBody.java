package pim.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import pim.ir.attr.Attribute;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.OpaqueText;
import pim.ir.type.Type;

/// Finds, in what a dialect wrote, the names that the file defines; in what a dialect of MLIR's wrote, what MLIR prints by its own rules too.
final class OpaqueBody {
    private static final Pattern PIECE = Pattern.compile("(?<key>\\w+) = |(?<elements>\\bdense<(?:\\[[^<>\"]*\\]|\"0x[0-9A-F]*\")>) : "
        + "(?<type>(?:vector|tensor)<(?<extents>(?:[0-9]+x)+)[^<>]*(?:<[^<>]*>)?>)|\"(?:[^\"\\\\]|\\\\.)*\"|(?<name>[#!][a-zA-Z0-9_$.-]+)"
        + "|\\bdistinct\\[(?<number>[0-9]{1,18})\\]");
    /// Where MLIR writes an attribute without its name, if it has no alias: parameters whose type in C++ is the attribute's own.
    private static final Set<String> STRIPPED = Set.of("!sparse_tensor.iterator", "!sparse_tensor.iter_space",
        "#llvm.alias_scope domain", "#llvm.di_common_block decl", "#llvm.di_common_block file", "#llvm.di_compile_unit file",
        "#llvm.di_composite_type file", "#llvm.di_derived_type file", "#llvm.di_global_variable file", "#llvm.di_global_variable_expression expr",
        "#llvm.di_global_variable_expression var", "#llvm.di_imported_entity file", "#llvm.di_label file", "#llvm.di_lexical_block file",
        "#llvm.di_lexical_block_file file", "#llvm.di_local_variable file", "#llvm.di_module file", "#llvm.di_subprogram compileUnit",
        "#llvm.di_subprogram file", "#llvm.di_subprogram type", "#llvm.tbaa_tag access_type", "#llvm.tbaa_tag base_type");
    private static final Set<String> LOOP_LOCATIONS = Set.of("startLoc", "endLoc");

    private final Function<String, Object> meaning;
    private final String owner;
    private final boolean ofMlir;
    /// The parameter that the next name is the value of; empty before the first.
    private String key = "";

    private OpaqueBody(Function<String, Object> meaning, String owner, boolean ofMlir) {
        this.meaning = meaning;
        this.owner = owner;
        this.ofMlir = ofMlir;
    }

    /// @param dialect     with its sign
    /// @param body        what follows
    /// @param meaning     of a name, sign and all: a type, an attribute or null
    static OpaqueText read(String dialect, String body, Function<String, Object> meaning) {
        if (body.indexOf('#') < 0 && body.indexOf('!') < 0 && body.indexOf("distinct[") < 0 && body.indexOf("dense<") < 0) return OpaqueText.of(body);
        int bracket = Math.max(0, body.indexOf('<'));
        return new OpaqueBody(meaning, dialect + body.substring(0, bracket), MlirDialects.contains(dialect.substring(1))).read(body);
    }

    private OpaqueText read(String body) {
        List<OpaqueText.Piece> pieces = new ArrayList<>();
        int start = 0;
        var matcher = PIECE.matcher(body);
        while (matcher.find()) {
            if (matcher.group("key") != null) key = " " + matcher.group("key");
            var piece = piece(matcher);
            if (piece == null) continue;
            boolean number = piece instanceof OpaqueText.DistinctNumber;
            pieces.add(new OpaqueText.Words(body.substring(start, number ? matcher.start("number") : matcher.start())));
            pieces.add(piece);
            start = number ? matcher.end("number") : matcher.end();
        }
        pieces.add(new OpaqueText.Words(body.substring(start)));
        return new OpaqueText(pieces);
    }

    /// Null where the text stays as it is.
    private OpaqueText.Piece piece(MatchResult found) {
        if (ofMlir && found.group("number") != null) return new OpaqueText.DistinctNumber(Long.parseLong(found.group("number")));
        if (ofMlir && found.group("elements") != null) {
            return new OpaqueText.Elements(found.group("elements"), found.group("type"), count(found.group("extents")));
        }
        if (found.group("name") == null) return null;
        return switch (meaning.apply(found.group("name"))) {
            case Type type -> new OpaqueText.NamedType(type);
            case OpaqueAttr attribute when isStripped() -> new OpaqueText.StrippedAttribute(attribute);
            case Attribute attribute -> new OpaqueText.NamedAttribute(attribute);
            case null, default -> null;
        };
    }

    private boolean isStripped() {
        return STRIPPED.contains(owner + key) || owner.startsWith("#llvm.loop_") && !key.isEmpty() && !LOOP_LOCATIONS.contains(key.substring(1));
    }

    private static double count(String extents) {
        double count = 1;
        for (var extent : extents.split("x")) count *= Double.parseDouble(extent);
        return count;
    }
}
