package pim.dialect.irdl.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pim.define.Dialect;
import pim.define.OpDefinition;
import pim.define.OpView;
import pim.define.Part;
import pim.define.Registry;
import pim.ir.AsmWriter;
import pim.ir.Copy;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.attr.DictionaryAttr;
import pim.syntax.MlirDialects;
import pim.syntax.ModulePrinter;
import pim.syntax.PrintOptions;

/// A program as `mlir-opt --irdl-file` can read it when our dialects are those that [IrdlExport] writes: in generic form, and
///
/// - what our types and attributes have in their brackets, whose syntax only we know, is one string: `!tile.fmap<"3x8x8xi16">`;
/// - blocks that need no terminator end with `ub.unreachable`, since MLIR demands one in every operation that is defined in IRDL;
/// - of a list of operands, which is of one type in IRDL, those of another type than the first are cast to its type.
///
/// It is for `mlir-opt` alone: aliases and the values of resources are left out.
public final class IrdlForm {
    private static final PrintOptions GENERIC = PrintOptions.GENERIC.with(PrintOptions.Flag.LOCAL_SCOPE, PrintOptions.Flag.UNIQUE_NAMES);
    private static final String TERMINATOR = "ub.unreachable";
    private static final String CAST = "builtin.unrealized_conversion_cast";

    private IrdlForm() {}

    /// The text of `top`, which stays as it is.
    ///
    /// @param registry says which dialects are not MLIR's
    public static String of(Operation top, Registry registry) {
        var copy = Copy.of(top);
        var ours = new ArrayList<Operation>();
        copy.walk(op -> {
            if (isOurs(op.kind().dialect())) ours.add(op);
        });
        for (var op : ours) {
            if (op.has(Traits.NoTerminator.class)) end(op, registry);
            unify(op, registry);
        }
        return withQuotedSyntax(ModulePrinter.print(copy, null, GENERIC), registry.dialects().stream().map(Dialect::namespace)
            .filter(IrdlForm::isOurs).toList());
    }

    private static boolean isOurs(String dialect) {
        return !MlirDialects.contains(dialect);
    }

    private static void end(Operation op, Registry registry) {
        for (var region : op.regions()) for (var block : region.blocks()) {
            if (block.last() != null && block.last().has(Traits.Terminator.class)) continue;
            block.append(new Operation(registry.kind(TERMINATOR), List.of(), List.of(), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(),
                List.of(), op.location()));
        }
    }

    private static void unify(Operation op, Registry registry) {
        if (!(op.kind() instanceof OpDefinition definition)) return;
        int at = 0;
        for (var part : definition.parts(Part.Kind.OPERAND)) {
            int first = at;
            at += OpView.operands(definition, part, op).size();
            for (int i = first + 1; i < at; i++) {
                var type = op.operand(first).type();
                if (op.operand(i).type().equals(type)) continue;
                var cast = new Operation(registry.kind(CAST), List.of(op.operand(i)), List.of(type), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY,
                    List.of(), List.of(), op.location());
                op.block().insertBefore(cast, op);
                op.setOperand(i, cast.result());
            }
        }
    }

    /// The text with a string in the brackets of each type and attribute of these dialects.
    public static String withQuotedSyntax(String text, List<String> dialects) {
        if (dialects.isEmpty()) return text;
        var names = dialects.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var opening = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[!#](?:" + names + ")\\.[\\w.$]+<").matcher(text);
        var out = new StringBuilder();
        int at = 0;
        while (opening.find(at)) {
            out.append(text, at, opening.end());
            at = opening.end();
            if (text.charAt(opening.start()) == '"') continue;
            int end = closing(text, at);
            var body = text.substring(at, end);
            out.append(AsmWriter.text(quoted -> quoted.quoted(body)));
            at = end;
        }
        return out.append(text, at, text.length()).toString();
    }

    /// The place of the bracket that closes the one before `at`; one in a string or an arrow does not count.
    private static int closing(String text, int at) {
        var bracket = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|->|[<>]").matcher(text);
        for (int depth = 1; bracket.find(at); at = bracket.end()) {
            switch (bracket.group()) {
                case "<" -> depth++;
                case ">" -> depth--;
                default -> {}
            }
            if (depth == 0) return bracket.start();
        }
        throw new IllegalStateException("a printed type or attribute has no end");
    }
}
