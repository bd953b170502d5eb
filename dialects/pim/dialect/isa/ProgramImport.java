package pim.dialect.isa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pim.define.Builder;
import pim.define.OpDefinition;
import pim.dialect.builtin.Builtin;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.ir.attr.NamedAttribute;
import pim.ir.attr.UnitAttr;
import pim.ir.type.IntegerType;

/// Makes a module of a stream: straight-line programs in the order in which they come. The machine's numbers are the module's attribute `isa.config`.
public final class ProgramImport implements ProgramSink {
    private static final Map<Opcode, List<Field>> SORTED = new EnumMap<>(Opcode.class);
    private static final NamedAttribute RELU = new NamedAttribute(Field.RELU.key(), UnitAttr.UNIT);
    /// Attributes of small numbers, of which a program has few different ones.
    private static final NamedAttribute[][] SMALL = new NamedAttribute[Field.values().length][256];

    static {
        for (var opcode : Opcode.values()) SORTED.put(opcode, opcode.fields().stream().sorted(Comparator.comparing(Field::key)).toList());
    }

    private final Block top = new Block();
    private final Builder modules = Builder.atEnd(top);
    private ProgramHeader header;
    private Block body;
    private Operation module;

    /// The module, once the stream has ended.
    public Operation module() {
        return module;
    }

    @Override public void begin(ProgramHeader header) {
        this.header = header;
    }

    @Override public void core(int number) {
        body = new Block();
        var groups = Arrays.stream(header.arrayGroups(number)).asLongStream().toArray();
        modules.create(new Structure.Core(number, groups, Optional.empty(), Region.of(body)));
    }

    @Override public void instruction(MachineInstruction instruction) {
        var opcode = instruction.opcode;
        var properties = new ArrayList<NamedAttribute>(6);
        for (var field : SORTED.get(opcode)) {
            if (instruction.says(field)) properties.add(attribute(field, instruction.get(field)));
        }
        body.insertBefore(new Operation(Kinds.definition(opcode), List.of(), List.of(), DictionaryAttr.of(properties), DictionaryAttr.EMPTY,
            List.of(), List.of(), Location.UNKNOWN), null);
    }

    private static NamedAttribute attribute(Field field, int value) {
        return switch (field) {
            case RELU -> RELU;
            case IMM -> new NamedAttribute(field.key(), new AffineMapAttr(AffineMap.constant(value)));
            default -> integer(field, value);
        };
    }

    private static NamedAttribute integer(Field field, int value) {
        if (value < 0 || value >= SMALL[0].length) return named(field, value);
        var small = SMALL[field.ordinal()];
        if (small[value] == null) small[value] = named(field, value);
        return small[value];
    }

    private static NamedAttribute named(Field field, int value) {
        Attribute attribute = IntegerAttr.of(IntegerType.I32, value);
        return new NamedAttribute(field.key(), attribute);
    }

    @Override public void endCore() {
        body = null;
    }

    @Override public void end() {
        module = OpDefinition.operation(new Builtin.Module(Optional.empty(), Optional.empty(), Region.of(top)), Location.UNKNOWN);
        module.setAttribute(Configuration.ATTRIBUTE, header.configuration().toAttribute());
    }
}
