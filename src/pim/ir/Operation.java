package pim.ir;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.Location;
import pim.ir.type.Type;

/// A node of the program, and its one mutable part: operands, results, successors, regions, attributes, location and place.
public final class Operation {
    private static final Block[] NO_BLOCKS = {};

    private final OpKind kind;
    private OpOperand[] operands;
    private final OpResult[] results;
    private final Block[] successors;
    private final List<Region> regions;
    /// Null for none; other than a dictionary only where the kind is not registered.
    private Attribute properties;
    private DictionaryAttr attributes;
    private Location location;

    Block block;
    Operation previous, next;
    int order;

    /// An operation that stands nowhere yet. The regions become its own.
    public Operation(OpKind kind, List<Value> operands, List<Type> resultTypes, DictionaryAttr properties, DictionaryAttr attributes,
                     List<Block> successors, List<Region> regions, Location location) {
        this.kind = kind;
        this.operands = new OpOperand[operands.size()];
        for (int i = 0; i < this.operands.length; i++) this.operands[i] = new OpOperand(this, i, operands.get(i));
        this.results = new OpResult[resultTypes.size()];
        for (int i = 0; i < results.length; i++) results[i] = new OpResult(this, i, resultTypes.get(i));
        this.properties = properties.isEmpty() ? null : properties;
        this.attributes = attributes;
        this.successors = successors.isEmpty() ? NO_BLOCKS : successors.toArray(Block[]::new);
        this.regions = List.copyOf(regions);
        for (var region : this.regions) region.adopt(this);
        this.location = location;
    }

    public OpKind kind() {
        return kind;
    }

    public String name() {
        return kind.name();
    }

    public boolean has(Class<?> trait) {
        return kind.has(trait);
    }

    /// What this operation says; null when its kind is not registered.
    public Op op() {
        return kind.view(this);
    }

    public int operandCount() {
        return operands.length;
    }

    public Value operand(int index) {
        return operands[index].value();
    }

    public OpOperand use(int index) {
        return operands[index];
    }

    /// The operands, as they are whenever the list is looked at.
    public List<Value> operands() {
        return new AbstractList<>() {
            @Override public Value get(int index) {
                return operands[index].value();
            }

            @Override public int size() {
                return operands.length;
            }
        };
    }

    public void setOperand(int index, Value value) {
        operands[index].set(value);
    }

    public void setOperands(List<Value> values) {
        var copy = List.copyOf(values);
        dropOperands();
        operands = new OpOperand[copy.size()];
        for (int i = 0; i < operands.length; i++) operands[i] = new OpOperand(this, i, copy.get(i));
    }

    public List<Value> results() {
        return List.of(results);
    }

    public int resultCount() {
        return results.length;
    }

    public OpResult result(int index) {
        return results[index];
    }

    /// The one result; an operation with none or several has no such thing and that is an error.
    public OpResult result() {
        if (results.length != 1) throw new IllegalStateException(name() + " has " + results.length + " results, not one");
        return results[0];
    }

    public List<Type> resultTypes() {
        var types = new Type[results.length];
        for (int i = 0; i < types.length; i++) types[i] = results[i].type();
        return List.of(types);
    }

    public List<Block> successors() {
        return List.of(successors);
    }

    public void setSuccessor(int index, Block block) {
        successors[index] = block;
    }

    public List<Region> regions() {
        return regions;
    }

    public Region region(int index) {
        return regions.get(index);
    }

    /// The op's own attributes, those that its definition names.
    public DictionaryAttr properties() {
        return properties instanceof DictionaryAttr dictionary ? dictionary : DictionaryAttr.EMPTY;
    }

    /// The properties as they are kept: null for none, and any attribute where the kind is not registered.
    public Attribute propertiesAttribute() {
        return properties;
    }

    /// Sets what [#propertiesAttribute] gives. To a registered kind an empty dictionary is none.
    public void setProperties(Attribute properties) {
        this.properties = kind.isRegistered() && DictionaryAttr.EMPTY.equals(properties) ? null : properties;
    }

    /// The attributes that others have put on this operation.
    public DictionaryAttr attributes() {
        return attributes;
    }

    public void setAttributes(DictionaryAttr attributes) {
        this.attributes = attributes;
    }

    /// What the generic form shows in `<...>`, or null.
    public Attribute genericProperties() {
        return kind.showsProperties() ? properties : null;
    }

    /// What the generic form shows in `{...}`.
    public DictionaryAttr genericAttributes() {
        var own = properties();
        if (kind.showsProperties() || own.isEmpty()) return attributes;
        if (attributes.isEmpty()) return own;
        var all = new ArrayList<>(own.entries());
        all.addAll(attributes.entries());
        return DictionaryAttr.of(all);
    }

    /// The property or else the attribute called `name`, or null.
    public Attribute attribute(String name) {
        var own = properties().get(name);
        return own != null ? own : attributes.get(name);
    }

    /// Sets the property or attribute, or removes it when `value` is null.
    public void setAttribute(String name, Attribute value) {
        if (kind.isInherent(name)) setProperties(properties().with(name, value));
        else attributes = attributes.with(name, value);
    }

    public Location location() {
        return location;
    }

    public void setLocation(Location location) {
        this.location = location;
    }

    public Block block() {
        return block;
    }

    public Operation next() {
        return next;
    }

    public Operation previous() {
        return previous;
    }

    /// The region this operation stands in, or null.
    public Region parentRegion() {
        return block == null ? null : block.region();
    }

    /// The operation that this one stands in, or null.
    public Operation parent() {
        var region = parentRegion();
        return region == null ? null : region.parent();
    }

    public boolean isProperAncestorOf(Operation other) {
        for (var p = other.parent(); p != null; p = p.parent()) if (p == this) return true;
        return false;
    }

    /// Whether this operation stands before `other` in the block of both. Constant time but for a renumbering after insertions.
    public boolean isBeforeInBlock(Operation other) {
        block.number();
        return order < other.order;
    }

    /// This operation and all in its regions, each before what it holds. The visitor may erase the operation it is given.
    public void walk(Consumer<Operation> visitor) {
        visitor.accept(this);
        if (!regions.isEmpty()) for (var region : regions) region.walk(visitor);
    }

    /// The regions of this operation and of all in them, each before what it holds.
    public void walkRegions(Consumer<Region> visitor) {
        if (!regions.isEmpty()) for (var region : regions) region.walkRegions(visitor);
    }

    /// Takes this operation out of its block; its operands stay.
    public void remove() {
        if (block != null) block.unlink(this);
    }

    /// Removes this operation and all it holds for good. Its results must have no uses left.
    public void erase() {
        for (var result : results) {
            if (result.hasUses()) throw new IllegalStateException("'" + name() + "' is erased while its result is used by '"
                + result.firstUse.owner().name() + "'");
        }
        remove();
        dropAllReferences();
    }

    /// Lets go of the operands and successors of this operation and of all in its regions.
    public void dropAllReferences() {
        dropOperands();
        operands = new OpOperand[0];
        for (var region : regions) for (var inner : region.blocks()) inner.dropAllReferences();
    }

    private void dropOperands() {
        for (var operand : operands) operand.unlink();
    }

    @Override public String toString() {
        return "'" + name() + "' at " + location;
    }
}
