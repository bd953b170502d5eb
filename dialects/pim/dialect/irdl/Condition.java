package pim.dialect.irdl;

import java.util.List;
import java.util.Optional;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.dialect.irdl.Definition.AttributeDefinition;
import pim.dialect.irdl.Definition.OperationDefinition;
import pim.dialect.irdl.Definition.TypeDefinition;
import pim.ir.Operation;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.type.Type;

/// A condition on an attribute, or on a type, which counts as one. Its result is a variable: what it is used for several times is the same each time.
public sealed interface Condition extends Irdl {
    @Override default List<Type> inferResultTypes() {
        return List.of(HandleType.ATTRIBUTE);
    }

    @Override default String verify(Operation self) {
        return Irdl.misplaced(self, List.of(TypeDefinition.class, AttributeDefinition.class, OperationDefinition.class));
    }

    /// It is this one.
    @Name("is")
    @Format("$expected ` ` attr-dict")
    record Exactly(Attribute expected) implements Condition, Traits.Pure {}

    /// It is made by this definition, or is of the kind that is built in under that name: `"!builtin.integer"`, `"#builtin.string"`.
    @Format("($base_ref^)? ($base_name^)? ` ` attr-dict")
    record Base(Optional<SymbolRefAttr> baseRef, Optional<String> baseName) implements Condition {
        @Override public String verify(Operation self) {
            if (baseRef.isPresent() == baseName.isPresent()) return "the base type or attribute should be specified by either a name or a reference";
            if (baseName.isPresent() && !baseName.get().matches("[!#].*")) {
                return "the base type or attribute name should start with '!' or '#'";
            }
            return Irdl.first(Condition.super.verify(self), baseRef.map(symbol -> Symbols.wrong(self, symbol)).orElse(null));
        }
    }

    /// It is made by this definition, from parameters that fulfil these conditions.
    @Format("$base_type `<` $args `>` ` ` attr-dict")
    record Parametric(SymbolRefAttr baseType, @Is(HandleType.OfAttribute.class) List<Value> args) implements Condition, Traits.Pure {
        @Override public String verify(Operation self) {
            return Irdl.first(Condition.super.verify(self), Symbols.wrong(self, baseType));
        }
    }

    /// It may be anything.
    @Format("attr-dict")
    record Any() implements Condition {}

    /// It fulfils one of these conditions; the first that it fulfils is the one that counts.
    @Format("`(` $args `)` ` ` attr-dict")
    record AnyOf(@Is(HandleType.OfAttribute.class) List<Value> args) implements Condition {
        @Override public String verify(Operation self) {
            return args.isEmpty() ? "expected 1 or more operands, but found 0" : Condition.super.verify(self);
        }
    }

    /// It fulfils all of these conditions.
    @Format("`(` $args `)` ` ` attr-dict")
    record AllOf(@Is(HandleType.OfAttribute.class) List<Value> args) implements Condition {
        @Override public String verify(Operation self) {
            return args.isEmpty() ? "expected 1 or more operands, but found 0" : Condition.super.verify(self);
        }
    }

    /// A predicate in C++ holds for it. A dialect that says so can be read and written, but not loaded: nothing here runs C++.
    @Name("c_pred")
    @Format("$pred ` ` attr-dict")
    record CppPredicate(String pred) implements Condition {
        @Override public String verify(Operation self) {
            return null;
        }
    }
}
