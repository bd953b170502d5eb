package pim.dialect.arith;

import java.util.List;
import pim.define.Format;
import pim.define.Is;
import pim.define.Namespace;
import pim.ir.Foldable;
import pim.ir.Folded;
import pim.ir.NamedResult;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Traits.ConstantLike;
import pim.ir.Traits.Pure;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.StringAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// Arithmetic on integers of any width.
@Namespace(value = "arith", properties = true)
public sealed interface Arith extends Foldable, Pure permits Arith.Constant, Arith.Cmpi, Arith.Select, IntegerBinary, IntegerCast {
    @Override default Op constant(Attribute value, Type type) {
        return type.equals(ConstantText.typeOf(value)) ? new Constant(value) : null;
    }

    /// A number, or elements, that are known.
    @Format(value = "custom<ConstantText>($value)", parts = ConstantText.class)
    record Constant(Attribute value) implements Arith, ConstantLike, NamedResult {
        /// `c5_i32`, `c5` of type index, `true` and `false`, `cst` for what is no integer.
        @Override public String resultName() {
            if (!(value instanceof IntegerAttr integer)) return "cst";
            if (integer.type().equals(IntegerType.I1)) return integer.value().signum() == 0 ? "false" : "true";
            return "c" + integer.value() + (integer.type() instanceof IntegerType type ? "_" + type : "");
        }

        @Override public List<Type> inferResultTypes() {
            var type = ConstantText.typeOf(value);
            if (type == null) throw new IllegalArgumentException("value must be an integer, float, or elements attribute, but got " + value);
            return List.of(type);
        }

        @Override public String verify(Operation self) {
            if (value instanceof StringAttr) return "value must be an integer, float, or elements attribute, but got " + value;
            return ConstantText.typeOf(value) instanceof IntegerType type && type.signedness() != IntegerType.Signedness.SIGNLESS
                ? "integer return type must be signless" : null;
        }

        @Override public Folded fold(List<Attribute> operands) {
            return new Folded.Constant(value);
        }
    }

    /// Compares two integers.
    @Format(value = "custom<Comparison>($predicate) `,` $lhs `,` $rhs attr-dict `:` type($lhs)", parts = Comparison.class)
    record Cmpi(long predicate, @Is(SignlessIntegerLike.class) Value lhs, @Is(SignlessIntegerLike.class) Value rhs) implements Arith {
        @Override public String verify(Operation self) {
            if (predicate < 0 || predicate >= Comparison.Predicate.values().length) return "attribute 'predicate' failed to satisfy constraint: "
                + "allowed 64-bit signless integer cases: 0 to " + (Comparison.Predicate.values().length - 1) + ", but got " + predicate;
            return lhs.type().equals(rhs.type()) ? null : "requires all operands to have the same type, but got '" + lhs.type() + "' and '"
                + rhs.type() + "'";
        }

        @Override public List<Type> inferResultTypes() {
            return List.of(SignlessIntegerLike.with(lhs.type(), IntegerType.I1));
        }

        @Override public Folded fold(List<Attribute> operands) {
            var bits = Bits.of(lhs.type());
            if (bits == null) return null;
            var holds = Comparison.Predicate.values()[(int) predicate];
            if (lhs == rhs) return new Folded.Constant(IntegerAttr.bool(holds.ofEqual()));
            if (!(operands.get(0) instanceof IntegerAttr a && operands.get(1) instanceof IntegerAttr b)) return null;
            return new Folded.Constant(IntegerAttr.bool(holds.of(a.value(), b.value(), bits)));
        }
    }

    /// One of two values, or of each two elements.
    @Format(value = "custom<Choice>($condition, $true_value, $false_value)", parts = Choice.class)
    record Select(@Is(BooleanLike.class) Value condition, Value trueValue, Value falseValue) implements Arith {
        @Override public String verify(Operation self) {
            if (!trueValue.type().equals(falseValue.type())) return "failed to verify that all of {true_value, false_value, result} have same type, "
                + "but got '" + trueValue.type()
                + "' and '" + falseValue.type() + "'";
            var each = SignlessIntegerLike.with(trueValue.type(), IntegerType.I1);
            return condition.type().equals(IntegerType.I1) || condition.type().equals(each) ? null
                : "expected condition type to have the same shape as the result type, expected '" + each + "', but got '" + condition.type() + "'";
        }

        @Override public List<Type> inferResultTypes() {
            return List.of(trueValue.type());
        }

        @Override public Folded fold(List<Attribute> operands) {
            // select c, x, x -> x
            if (trueValue == falseValue) return new Folded.Existing(trueValue);
            if (operands.get(0) instanceof IntegerAttr chosen) {
                int index = chosen.isTrue() ? 1 : 2;
                return operands.get(index) != null ? new Folded.Constant(operands.get(index))
                    : new Folded.Existing(index == 1 ? trueValue : falseValue);
            }
            // select c, true, false -> c
            if (IntegerAttr.TRUE.equals(operands.get(1)) && IntegerAttr.FALSE.equals(operands.get(2))) return new Folded.Existing(condition);
            return null;
        }
    }
}
