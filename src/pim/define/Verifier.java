package pim.define;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import pim.define.Part.Arity;
import pim.define.Part.Kind;
import pim.diagnose.Diagnostic;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.SymbolUser;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.StringAttr;
import pim.ir.type.Type;

/// Checks that operations fit their definitions: the parts that there must be, their constraints, the promises of the traits, and what the op itself
/// demands.
public final class Verifier {
    /// Null where attributes are not the matter of dialects.
    private final Registry registry;
    private final Diagnostics diagnostics;
    private final int before;
    /// The operations that speak of symbols, up to here, in the innermost table around; null where there is none.
    private List<Operation> users;

    private Verifier(Registry registry, Diagnostics diagnostics) {
        this.registry = registry;
        this.diagnostics = diagnostics;
        this.before = diagnostics.errorCount();
    }

    /// Whether `root` and all in it are right, and so are for the dialects of the registry their attributes on it; what is not has been reported.
    public static boolean verify(Operation root, Registry registry, Diagnostics diagnostics) {
        return new Verifier(registry, diagnostics).verify(root);
    }

    /// Whether `root` and all in it are right, as their definitions say it; what is not has been reported.
    public static boolean verify(Operation root, Diagnostics diagnostics) {
        return new Verifier(null, diagnostics).verify(root);
    }

    private boolean verify(Operation root) {
        operation(root);
        if (good()) new DominanceVerifier(diagnostics).verify(root);
        return good();
    }

    private boolean good() {
        return diagnostics.errorCount() == before;
    }

    private void operation(Operation op) {
        blocks(op);
        if (registry != null) dialects(op);
        if (op.kind() instanceof OpDefinition definition) {
            int errors = diagnostics.errorCount();
            counts(op, definition);
            attributes(op, definition);
            traits(op);
            if (diagnostics.errorCount() == errors) constraints(op, definition);
            if (diagnostics.errorCount() == errors) own(op);
        } else if (op.kind() instanceof DynamicOp dynamic) {
            traits(op);
            dynamic.verify(op, diagnostics);
        }
        if (op.regions().isEmpty()) return;
        if (op.has(Traits.SymbolTable.class)) table(op);
        else inner(op);
    }

    private void inner(Operation op) {
        for (var region : op.regions()) for (var block : region.blocks()) for (var inner : block) {
            if (users != null && inner.has(SymbolUser.class)) users.add(inner);
            operation(inner);
        }
    }

    private void table(Operation table) {
        var symbols = symbols(table);
        int errors = diagnostics.errorCount();
        var around = users;
        users = new ArrayList<>();
        inner(table);
        if (diagnostics.errorCount() == errors) for (var op : users) {
            if (!(op.op() instanceof SymbolUser user)) continue;
            var wrong = user.verifySymbols(ref -> ref.nested().isEmpty() ? symbols.get(ref.root()) : last(Symbols.path(table, ref)));
            if (wrong != null) error(op, wrong);
        }
        users = around;
    }

    private static Operation last(List<Operation> path) {
        return path.isEmpty() ? null : path.getLast();
    }

    /// What dialects demand of their attributes on the operation.
    private void dialects(Operation op) {
        for (var attribute : op.attributes().entries()) {
            int dot = attribute.name().indexOf('.');
            var dialect = dot < 0 ? null : registry.dialect(attribute.name().substring(0, dot));
            if (dialect != null) dialect.verifyAttribute(op, attribute, diagnostics);
        }
    }

    private void own(Operation op) {
        var says = op.op();
        var wrong = says == null ? "does not fit its definition" : says.verify(op);
        if (wrong != null) error(op, wrong);
    }

    private void counts(Operation op, OpDefinition definition) {
        for (var kind : List.of(Kind.OPERAND, Kind.RESULT, Kind.REGION, Kind.SUCCESSOR)) {
            if (kind == Kind.RESULT && definition.infersResults()) continue;
            int total = switch (kind) {
                case OPERAND -> op.operandCount();
                case RESULT -> op.resultCount();
                case REGION -> op.regions().size();
                default -> op.successors().size();
            };
            if (OpView.sizes(definition, kind, op, total) != null) continue;
            var parts = definition.parts(kind);
            long least = parts.stream().filter(p -> p.arity() == Arity.ONE).count();
            boolean exact = least == parts.size();
            if (exact || total < least) error(op, demand(kind, least, exact) + (kind == Kind.SUCCESSOR ? " but found " : ", but found ") + total);
            else error(op, "has " + total + " " + word(kind, total) + ", which do not agree with '"
                + (kind == Kind.OPERAND ? "operandSegmentSizes" : "resultSegmentSizes") + "'");
        }
    }

    /// How many there are to be, in MLIR's words.
    private static String demand(Kind kind, long count, boolean exact) {
        if (kind == Kind.SUCCESSOR) return "requires " + (exact ? "" : "at least ") + count + " " + word(kind, count);
        if (!exact) return "expected " + count + " or more " + word(kind, 0);
        if (count == 0) return "requires zero " + word(kind, 0);
        if (count == 1) return "requires " + (kind == Kind.OPERAND ? "a single " : "one ") + word(kind, 1);
        return "expected " + count + " " + word(kind, count);
    }

    private static String word(Kind kind, long count) {
        return kind.name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }

    private void attributes(Operation op, OpDefinition definition) {
        for (var part : definition.parts(Kind.ATTRIBUTE)) {
            var attribute = op.attribute(part.name());
            if (attribute == null) {
                if (part.arity() == Arity.ONE) error(op, "requires attribute '" + part.name() + "'");
            } else if (part.codec().decode().apply(attribute) == null) {
                error(op, "attribute '" + part.name() + "' failed to satisfy constraint: " + part.codec().constraint() + ", but got "
                    + attribute);
            } else if (part.constraint() != null && !part.constraint().accepts(attribute)) {
                error(op, "attribute '" + part.name() + "' failed to satisfy constraint: must be " + part.constraint().description() + ", but got "
                    + attribute);
            }
        }
    }

    private void constraints(Operation op, OpDefinition definition) {
        check(op, definition, Kind.OPERAND, Value.types(op.operands()));
        if (!definition.infersResults()) check(op, definition, Kind.RESULT, op.resultTypes());
        else inferred(op, definition);
    }

    private void check(Operation op, OpDefinition definition, Kind kind, List<Type> types) {
        var sizes = OpView.sizes(definition, kind, op, types.size());
        int at = 0;
        for (var part : definition.parts(kind)) {
            for (int end = at + sizes[part.index()]; at < end; at++) {
                if (part.constraint() == null || part.constraint().accepts(types.get(at))) continue;
                error(op, kind.name().toLowerCase(Locale.ROOT) + " #" + at + " ('" + part.name() + "') must be " + part.constraint().description()
                    + ", but got '" + types.get(at) + "'");
            }
        }
    }

    private void inferred(Operation op, OpDefinition definition) {
        var says = op.op();
        if (says == null) return;
        List<Type> expected;
        try {
            expected = definition.inferResults(says);
        } catch (IllegalArgumentException e) {
            error(op, e.getMessage());
            return;
        }
        var got = op.resultTypes();
        if (got.size() != expected.size()) error(op, demand(Kind.RESULT, expected.size(), true) + ", but found " + got.size());
        else if (!got.equals(expected)) error(op, "inferred type(s) " + quoted(expected) + " are incompatible with return type(s) of operation "
            + quoted(got));
    }

    private static String quoted(List<Type> types) {
        return String.join(", ", types.stream().map(t -> "'" + t + "'").toList());
    }

    private void traits(Operation op) {
        if (op.has(Traits.Terminator.class) && op.block() != null && op.block().last() != op) error(op,
            "must be the last operation in the parent block");
        if (op.has(Traits.SameType.class)) sameType(op);
        for (var region : op.regions()) {
            if (op.has(Traits.SingleBlock.class) && region.blocks().size() != 1) error(op,
                "expects its region to have exactly one block, but it has " + region.blocks().size());
        }
        if (Symbols.name(op) != null) symbol(op);
    }

    private void sameType(Operation op) {
        var types = new LinkedHashSet<Type>();
        for (int i = 0; i < op.operandCount(); i++) types.add(op.operand(i).type());
        for (int i = 0; i < op.resultCount(); i++) types.add(op.result(i).type());
        if (types.size() > 1) error(op, "requires the same type for all operands and results, but got " + quoted(List.copyOf(types)));
    }

    private void symbol(Operation op) {
        if (op.attribute("sym_visibility") instanceof StringAttr(var visibility, _) && !Symbols.VISIBILITIES.contains(visibility)) {
            error(op, "visibility expected to be one of [\"public\", \"private\", \"nested\"], but got \"" + visibility + "\"");
        }
        var parent = op.parent();
        if (parent != null && parent.kind().isRegistered() && !parent.has(Traits.SymbolTable.class)) error(op,
            "symbol's parent must have the SymbolTable trait");
    }

    /// The symbols of a table by name, of which each is to be there once.
    private Map<String, Operation> symbols(Operation table) {
        var seen = new HashMap<String, Operation>();
        for (var region : table.regions()) for (var block : region.blocks()) for (var op : block) {
            var name = Symbols.name(op);
            var first = name == null ? null : seen.putIfAbsent(name, op);
            if (first != null) {
                diagnostics.error(op.location(), "redefinition of symbol named '" + name + "'",
                    Diagnostic.note(first.location(), "see existing symbol definition here"));
            }
        }
        return seen;
    }

    private void blocks(Operation op) {
        for (var region : op.regions()) {
            for (var block : region.blocks()) {
                for (var inner : block) successors(inner, block);
                if (needsTerminators(op, region)) terminator(op, block.last());
            }
            if (region.blocks().stream().anyMatch(b -> b.successors().contains(region.entry()))) diagnostics.error(op.location(),
                "entry block of region may not have predecessors");
        }
    }

    private void successors(Operation op, Block block) {
        if (!op.successors().isEmpty() && op != block.last()) error(op, "with block successors must terminate its parent block");
        for (var successor : op.successors()) if (successor.region() != block.region()) error(op, "branches to a block of another region");
    }

    /// Of an operation that is not known one block may be without.
    private static boolean needsTerminators(Operation op, Region region) {
        return op.kind().isRegistered() ? !op.has(Traits.NoTerminator.class) : region.blocks().size() > 1;
    }

    private void terminator(Operation op, Operation last) {
        // One that has successors and may not have them is wrong for that.
        if (last != null && (last.has(Traits.Terminator.class) || !last.kind().isRegistered() || !last.successors().isEmpty())) return;
        if (last == null) diagnostics.error(op.location(), "empty block: expect at least a terminator, but one in '" + op.name() + "' has none");
        else diagnostics.error(last.location(), "block with no terminator, has '" + last.name() + "' for its last operation");
    }

    private void error(Operation op, String message) {
        diagnostics.error(op, message);
    }
}
