package pim.syntax;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import pim.define.format.OpWriter;
import pim.ir.AsmWriter;
import pim.ir.Resources;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DenseStringsAttr;
import pim.ir.attr.Location;
import pim.ir.attr.SparseElementsAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.syntax.PrintOptions.Flag;

/// Writes types, attributes and locations, by their aliases where they have some, and without their elements where these are too many.
abstract class AttributePrinter extends OpWriter {
    protected final PrintOptions options;
    protected final Aliases aliases;
    /// The keys of the resources that have been written.
    protected final Set<String> resources = new LinkedHashSet<>();
    private final Map<Long, Integer> distinct = new HashMap<>();
    private final Map<Type, String> tensorTypes = new HashMap<>();
    /// The last that was written, which often comes again.
    private Type tensorType;
    private String tensorText;

    protected AttributePrinter(PrintOptions options, Aliases aliases) {
        super(new StringBuilder());
        this.options = options;
        this.aliases = aliases;
    }

    /// Writes the lines that define the aliases, those before the program or those behind it.
    final void definitions(boolean behind) {
        aliases.definitions(behind, (symbol, name) -> {
            text.append(name).append(" = ");
            if (symbol instanceof Type type) type.print(this);
            else ((Attribute) symbol).print(this);
            text.append('\n');
        });
    }

    /// Writes the resources that the text so far refers to.
    final void resources(Resources all) {
        new ResourcePrinter(options).print(resources, all, text);
    }

    @Override public AsmWriter type(Type type) {
        if (type == tensorType) return append(tensorText);
        // No alias stands in these, and programs repeat them.
        boolean plain = type instanceof RankedTensorType t && t.encoding() == null
            && (t.element() instanceof FloatType || t.element() instanceof IntegerType);
        if (plain) {
            tensorType = type;
            tensorText = tensorTypes.computeIfAbsent(type, Type::toString);
            return append(tensorText);
        }
        var alias = aliases.of(type);
        return alias != null ? append(alias) : super.type(type);
    }

    @Override public AsmWriter attribute(Attribute attribute) {
        if (attribute instanceof DenseResourceAttr(var key, _)) resources.add(key);
        if (alias(attribute)) return this;
        return switch (attribute) {
            case DenseElementsAttr d when isElided(d) -> elided(d.type());
            case DenseStringsAttr d when isElided(d) -> elided(d.type());
            case SparseElementsAttr s when isElided(s.indices()) || isElided(s.values()) -> elided(s.type());
            default -> super.attribute(attribute);
        };
    }

    @Override public boolean alias(Attribute attribute) {
        var alias = aliases.of(attribute);
        if (alias != null) text.append(alias);
        return alias != null;
    }

    /// Whether the elements are several and too many.
    private boolean isElided(Attribute elements) {
        return switch (elements) {
            case DenseElementsAttr d -> !d.isSplat() && elides(d.type().shape().elementCount());
            case DenseStringsAttr d -> d.values().size() > 1 && elides(d.type().shape().elementCount());
            default -> false;
        };
    }

    private AsmWriter elided(Type type) {
        return append(ELIDED).append(" : ").type(type);
    }

    @Override public boolean elides(double count) {
        return options.elideElements() >= 0 && count > options.elideElements();
    }

    @Override public long hexIfLarger() {
        return options.hexIfLarger();
    }

    /// Numbered by the order in which they are written.
    @Override public AsmWriter distinctNumber(long id) {
        return append(distinct.computeIfAbsent(id, _ -> distinct.size()));
    }

    @Override public void location(Location location) {
        if (options.has(Flag.LOCATIONS)) location(location, false);
    }

    /// The location behind an operation, by its alias where it has one.
    protected final void trailing(Location location) {
        if (options.has(Flag.LOCATIONS)) location(location, true);
    }

    private void location(Location location, boolean byAlias) {
        text.append(" loc(");
        if (!byAlias || !alias(location)) location.printInner(this);
        text.append(')');
    }
}
