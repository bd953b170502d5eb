package pim.dialect.func;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import pim.define.Constraint;
import pim.define.Format;
import pim.define.Is;
import pim.define.Name;
import pim.define.Namespace;
import pim.define.SymbolName;
import pim.ir.Callable;
import pim.ir.NamedResult;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.SymbolUser;
import pim.ir.Symbols;
import pim.ir.Traits;
import pim.ir.Value;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.type.FunctionType;
import pim.ir.type.Type;

/// Functions.
@Namespace(value = "func", properties = true)
public sealed interface Func extends Op {
    /// A function; one whose region is empty is declared only.
    @Name("func")
    @Format(value = "custom<Signature>($sym_name, $function_type, $arg_attrs, $res_attrs, $sym_visibility, $no_inline, $body)", parts = Signature.class)
    record Function(SymbolName symName, TypeAttr functionType, Optional<ArrayAttr> argAttrs, Optional<ArrayAttr> resAttrs,
        Optional<String> symVisibility, boolean noInline, Region body)
        implements Func, Callable, Traits.IsolatedFromAbove, Traits.DefaultDialect {
        public Function(SymbolName symName, TypeAttr functionType, Optional<ArrayAttr> argAttrs, Optional<ArrayAttr> resAttrs,
            Optional<String> symVisibility, Region body) {
            this(symName, functionType, argAttrs, resAttrs, symVisibility, false, body);
        }

        public FunctionType type() {
            return (FunctionType) functionType.value();
        }

        @Override public void narrow(Operation self, BitSet arguments, BitSet results) {
            self.setAttribute("function_type", new TypeAttr(new FunctionType(without(type().inputs(), arguments),
                without(type().results(), results))));
            argAttrs.ifPresent(a -> self.setAttribute("arg_attrs", new ArrayAttr(without(a.elements(), arguments))));
            resAttrs.ifPresent(a -> self.setAttribute("res_attrs", new ArrayAttr(without(a.elements(), results))));
        }

        private static <T> List<T> without(List<T> all, BitSet gone) {
            return IntStream.range(0, all.size()).filter(i -> !gone.get(i)).mapToObj(all::get).toList();
        }

        @Override public String verify(Operation self) {
            if (!(functionType.value() instanceof FunctionType type)) return "attribute 'function_type' failed to satisfy constraint: type attribute "
                + "of function type, but got " + functionType.value();
            var wrong = attributesOf("argument", argAttrs, type.inputs().size());
            if (wrong == null) wrong = attributesOf("result", resAttrs, type.results().size());
            if (wrong != null) return wrong;
            if (body.isEmpty()) return Symbols.isPublic(self) ? "symbol declaration cannot have public visibility" : null;
            var arguments = body.entry().arguments();
            if (arguments.size() != type.inputs().size()) return "entry block must have " + type.inputs().size()
                + " arguments to match function signature, but has " + arguments.size();
            for (int i = 0; i < arguments.size(); i++) {
                if (!arguments.get(i).type().equals(type.inputs().get(i))) return "type of entry block argument #" + i + "('"
                    + arguments.get(i).type() + "') must match the type of the corresponding argument in function signature('"
                    + type.inputs().get(i) + "')";
            }
            return null;
        }

        private static String attributesOf(String kind, Optional<ArrayAttr> attributes, int count) {
            if (attributes.isEmpty()) return null;
            var each = attributes.get().elements();
            if (each.size() != count) return "expects " + kind + " attribute array to have the same number of elements as the number of function "
                + kind + "s, got " + each.size() + ", but expected " + count;
            for (var one : each) {
                if (!(one instanceof DictionaryAttr dictionary)) return "attribute '" + kind.substring(0, 3)
                    + "_attrs' failed to satisfy constraint: Array of dictionary attributes, but one is " + one;
                for (var entry : dictionary.entries()) {
                    if (entry.name().indexOf('.') < 0) return kind + "s may only have dialect attributes, but one has '" + entry.name() + "'";
                }
            }
            return null;
        }
    }

    /// Ends a function and gives its results.
    @Format("attr-dict ($operands^ `:` type($operands))?")
    record Return(List<Value> operands) implements Func, Traits.ReturnLike {
        @Override public String verify(Operation self) {
            if (!(self.parent() != null && self.parent().op() instanceof Function function)) return "expects parent op 'func.func'";
            var expected = function.type().results();
            if (operands.size() != expected.size()) return "has " + operands.size() + " operands, but enclosing function (@" + function.symName()
                + ") returns " + expected.size();
            for (int i = 0; i < expected.size(); i++) {
                if (!operands.get(i).type().equals(expected.get(i))) return "type of return operand " + i + " ('" + operands.get(i).type()
                    + "') doesn't match function result type ('" + expected.get(i) + "') in function @" + function.symName();
            }
            return null;
        }
    }

    /// Calls the function of that name.
    @Format("$callee `(` $operands `)` attr-dict `:` functional-type($operands, results)")
    record Call(SymbolRefAttr callee, boolean noInline, List<Value> operands, List<Type> resultTypes) implements Func, pim.ir.Call, SymbolUser {
        @Override public Op calling(List<Value> operands, List<Type> results) {
            return new Call(callee, noInline, operands, results);
        }

        @Override public String verifySymbols(java.util.function.Function<SymbolRefAttr, Operation> symbols) {
            var target = symbols.apply(callee);
            if (target == null || !(target.op() instanceof Function function)) return "'" + callee.leaf() + "' does not reference a valid function";
            var inputs = function.type().inputs();
            var results = function.type().results();
            if (inputs.size() != operands.size()) return "incorrect number of operands for callee: expected " + inputs.size() + ", but got "
                + operands.size();
            for (int i = 0; i < inputs.size(); i++) {
                if (!inputs.get(i).equals(operands.get(i).type())) return "operand type mismatch: expected operand type '" + inputs.get(i)
                    + "', but provided '" + operands.get(i).type() + "' for operand number " + i;
            }
            if (results.size() != resultTypes.size()) return "incorrect number of results for callee: expected " + results.size() + ", but got "
                + resultTypes.size();
            for (int i = 0; i < results.size(); i++) {
                if (!results.get(i).equals(resultTypes.get(i))) return "result type mismatch at index " + i + ": expected '" + results.get(i)
                    + "', but got '" + resultTypes.get(i) + "'";
            }
            return null;
        }
    }

    /// A type of functions.
    record AnyFunction() implements Constraint {
        @Override public String description() {
            return "function type";
        }

        @Override public boolean accepts(Type type) {
            return type instanceof FunctionType;
        }
    }

    /// The function of that name as a value.
    @Format("attr-dict $value `:` type(results)")
    record Constant(SymbolRefAttr value, List<Type> resultTypes) implements Func, Traits.Pure, NamedResult, SymbolUser {
        @Override public String verifySymbols(java.util.function.Function<SymbolRefAttr, Operation> symbols) {
            var target = symbols.apply(value);
            if (target == null || !(target.op() instanceof Function function)) return "reference to undefined function '" + value.leaf() + "'";
            return function.type().equals(resultTypes.getFirst()) ? null : "reference to function with mismatched type: expected "
                + function.type() + ", but got " + resultTypes.getFirst();
        }

        @Override public String resultName() {
            return "f";
        }

        @Override public String verify(Operation self) {
            return resultTypes.size() == 1 && resultTypes.getFirst() instanceof FunctionType ? null
                : "requires one result, which is of a function type, but got " + resultTypes;
        }
    }

    /// Calls the function that a value is.
    @Format(value = "custom<IndirectCall>($callee, $callee_operands, $result_types)", parts = IndirectCall.class)
    record CallIndirect(@Is(AnyFunction.class) Value callee, List<Value> calleeOperands, List<Type> resultTypes) implements Func {
        @Override public String verify(Operation self) {
            var type = (FunctionType) callee.type();
            var given = Value.types(calleeOperands);
            if (!type.inputs().equals(given)) return "failed to verify that callee input types match argument types: expected " + type.inputs()
                + ", but got " + given;
            return type.results().equals(resultTypes) ? null : "failed to verify that callee result types match result types: expected "
                + type.results() + ", but got " + resultTypes;
        }
    }
}
