package pim.dialect.irdl;

import java.util.List;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.dialect.irdl.Definition.AttributeDefinition;
import pim.dialect.irdl.Definition.OperationDefinition;
import pim.dialect.irdl.Definition.TypeDefinition;
import pim.ir.Operation;
import pim.ir.Value;

/// What belongs to a definition: lists of conditions on its parts.
public sealed interface Belonging extends Irdl {
    /// A list whose items have names.
    sealed interface Named extends Belonging {
        List<String> names();
    }

    /// The parameters of a type or attribute, in order.
    @Format(value = "`` custom<NamedValues>($args, $names) attr-dict", parts = NamedValues.class)
    record Parameters(@Is(HandleType.OfAttribute.class) List<Value> args, List<String> names) implements Named {
        @Override public String verify(Operation self) {
            return Irdl.first(Irdl.misplaced(self, List.of(AttributeDefinition.class, TypeDefinition.class)),
                Irdl.badNames(names, "parameter", args.size()));
        }
    }

    /// The operands of an operation. When there may be more or fewer than one of several, the operation says how many there are of each in
    /// `operandSegmentSizes`. Operands of one condition, those of a variadic item too, are of one type.
    @Format(value = "`` custom<NamedValues>($args, $names, $variadicity) attr-dict", parts = NamedValues.class)
    record Operands(@Is(HandleType.OfAttribute.class) List<Value> args, List<String> names, Variadicity.VariadicityArrayAttr variadicity)
        implements Named {
        @Override public String verify(Operation self) {
            return Belonging.wrong(self, args, names, variadicity, "operand");
        }
    }

    /// The results of an operation, as its operands.
    @Format(value = "`` custom<NamedValues>($args, $names, $variadicity) attr-dict", parts = NamedValues.class)
    record Results(@Is(HandleType.OfAttribute.class) List<Value> args, List<String> names, Variadicity.VariadicityArrayAttr variadicity)
        implements Named {
        @Override public String verify(Operation self) {
            return Belonging.wrong(self, args, names, variadicity, "result");
        }
    }

    /// The attributes that an operation must have, by name. It may have others.
    @Format(value = "custom<AttributeConditions>($attributeValues, $attributeValueNames) attr-dict", parts = AttributeConditions.class)
    record Attributes(@Name("attributeValues") @Is(HandleType.OfAttribute.class) List<Value> attributeValues,
                      @Name("attributeValueNames") List<String> attributeValueNames) implements Belonging {
        @Override public String verify(Operation self) {
            return Irdl.first(Irdl.misplaced(self, List.of(OperationDefinition.class)), attributeValues.size() == attributeValueNames.size() ? null
                : "the number of attribute names and their constraints must be the same but got " + attributeValueNames.size() + " and "
                    + attributeValues.size() + " respectively");
        }
    }

    /// The regions of an operation.
    @Format(value = "`` custom<NamedRegions>($args, $names) attr-dict", parts = NamedValues.NamedRegions.class)
    record Regions(@Is(HandleType.OfRegion.class) List<Value> args, List<String> names) implements Named {
        @Override public String verify(Operation self) {
            return Irdl.first(Irdl.misplaced(self, List.of(OperationDefinition.class)), Irdl.badNames(names, "region", args.size()));
        }
    }

    private static String wrong(Operation self, List<Value> args, List<String> names, Variadicity.VariadicityArrayAttr variadicity, String kind) {
        return Irdl.first(Irdl.misplaced(self, List.of(OperationDefinition.class)), variadicity.values().size() == args.size() ? null
            : "the number of " + kind + "s and their variadicities must be the same, but got " + args.size() + " and " + variadicity.values().size()
                + " respectively", Irdl.badNames(names, kind, args.size()));
    }
}
