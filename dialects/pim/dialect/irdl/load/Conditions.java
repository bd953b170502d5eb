package pim.dialect.irdl.load;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import pim.dialect.irdl.Condition;
import pim.dialect.irdl.Definition.TypeDefinition;
import pim.dialect.irdl.Definition;
import pim.dialect.irdl.Symbols;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.TypeAttr;

/// The conditions that stand in one definition, each by its value, and what the symbols in them stand for.
record Conditions(Map<Value, Condition> conditions, Map<SymbolRefAttr, Base> bases) {
    /// A kind of types or of attributes.
    record Base(boolean isType, String dialect, String mnemonic) {
        static Base of(Operation definition) {
            var dialect = ((Definition) definition.parent().op()).symName().value();
            return new Base(definition.has(TypeDefinition.class), dialect, ((Definition) definition.op()).symName().value());
        }

        String name() {
            return dialect + "." + mnemonic;
        }
    }

    static Conditions of(Operation definition) {
        var conditions = new IdentityHashMap<Value, Condition>();
        var bases = new HashMap<SymbolRefAttr, Base>();
        for (var op : definition.region(0).entry()) {
            if (!(op.op() instanceof Condition condition)) continue;
            conditions.put(op.result(), condition);
            if (condition instanceof Condition.Base(var reference, _)) reference.ifPresent(r -> bases.put(r, Base.of(Symbols.find(op, r))));
            if (condition instanceof Condition.Parametric(var reference, _)) bases.put(reference, Base.of(Symbols.find(op, reference)));
        }
        return new Conditions(conditions, bases);
    }

    /// Begins to compare one operation, type or attribute with the conditions.
    Comparison compare() {
        return new Comparison();
    }

    /// The variables get their values as they are met first.
    final class Comparison {
        private final Map<Value, Attribute> assigned = new IdentityHashMap<>();
        /// What did not fulfil a condition does not later either, when more variables have values.
        private final Map<Refused, String> refused = new HashMap<>();

        private record Refused(Value variable, Attribute given) {}

        /// What is wrong with `given` where `variable` stands; null when nothing is.
        String wrong(Attribute given, Value variable) {
            var before = assigned.get(variable);
            if (before != null) return before.equals(given) ? null : expected(before, given);
            var key = new Refused(variable, given);
            var wrong = refused.get(key);
            if (wrong != null) return wrong;
            wrong = wrong(given, conditions.get(variable));
            if (wrong == null) assigned.put(variable, given);
            else refused.put(key, wrong);
            return wrong;
        }

        private String wrong(Attribute given, Condition condition) {
            return switch (condition) {
                case Condition.Any _ -> null;
                case Condition.Exactly(var expected) -> expected.equals(given) ? null : expected(expected, given);
                case Condition.AnyOf(var args) -> {
                    for (var arg : args) if (wrong(given, arg) == null) yield null;
                    yield "'" + given + "' does not satisfy the constraint";
                }
                case Condition.AllOf(var args) -> all(args, i -> given);
                case Condition.Base(var reference, var name) -> {
                    var base = reference.map(bases::get).orElse(null);
                    yield base != null ? wrongBase(given, base.isType, base.name())
                        : wrongBase(given, name.get().startsWith("!"), name.get().substring(1));
                }
                case Condition.Parametric(var reference, var args) -> wrong(given, bases.get(reference), args);
                case Condition.CppPredicate _ -> throw new IllegalStateException("a dialect with a predicate in C++ was loaded");
            };
        }

        private String wrongBase(Attribute given, boolean isType, String name) {
            if (isType && !(given instanceof TypeAttr)) return "expected type, got attribute '" + given + "'";
            var got = isType ? BaseName.of(((TypeAttr) given).value()) : BaseName.of(given);
            return name.equals(got) ? null : "expected base " + (isType ? "type" : "attribute") + " '" + name + "' but got '" + got + "'";
        }

        private String wrong(Attribute given, Base base, List<Value> args) {
            if (base.isType && !(given instanceof TypeAttr)) return "expected type, got attribute '" + given + "'";
            List<Attribute> parameters;
            if (base.isType && ((TypeAttr) given).value() instanceof LoadedType t && base.name().equals(BaseName.of(t))) parameters = t.parameters();
            else if (!base.isType && given instanceof LoadedAttribute a && base.name().equals(BaseName.of(a))) parameters = a.parameters();
            else return "expected base " + (base.isType ? "type" : "attribute") + " '" + base.name() + "' but got '" + given + "'";
            if (parameters.size() != args.size()) {
                return (base.isType ? "type" : "attribute") + " '" + base.name() + "' is expected with " + args.size() + " parameters but has "
                    + parameters.size();
            }
            return all(args, parameters::get);
        }

        private String all(List<Value> args, IntFunction<Attribute> given) {
            for (int i = 0; i < args.size(); i++) {
                var wrong = wrong(given.apply(i), args.get(i));
                if (wrong != null) return wrong;
            }
            return null;
        }

        private static String expected(Attribute expected, Attribute given) {
            return "expected '" + expected + "' but got '" + given + "'";
        }
    }
}
