package pim.dialect.cf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import pim.define.Constraint;
import pim.define.Constraints.AnyInteger;
import pim.define.Format;
import pim.define.Is;
import pim.define.Namespace;
import pim.interpret.Assertion;
import pim.ir.Block;
import pim.ir.Branch;
import pim.ir.Op;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IntegerType;
import pim.ir.type.Type;

/// Control flow between blocks.
@Namespace(value = "cf", properties = true)
public sealed interface Cf extends Op {
    /// A truth value.
    record Bit() implements Constraint {
        @Override public String description() {
            return "1-bit signless integer";
        }

        @Override public boolean accepts(Type type) {
            return type.equals(IntegerType.I1);
        }
    }

    /// Ends the program with the message unless the operand is true.
    @Format("$arg `,` $msg attr-dict")
    record Assert(@Is(Bit.class) Value arg, String msg) implements Cf, Assertion {
        @Override public String failure(List<Attribute> operands) {
            return operands.getFirst() instanceof IntegerAttr holds && holds.isTrue() ? null : msg;
        }
    }

    /// Goes on with another block.
    @Format("$dest (`(` $dest_operands^ `:` type($dest_operands) `)`)? attr-dict")
    record Br(List<Value> destOperands, Block dest) implements Cf, Branch {
        @Override public List<Value> passed(int successor) {
            return destOperands;
        }

        @Override public Op passing(int successor, List<Value> values) {
            return new Br(values, dest);
        }

        @Override public int taken(List<Attribute> operands) {
            return 0;
        }

        @Override public String verify(Operation self) {
            return arguments(this, self);
        }
    }

    /// Goes on with one of two blocks: the first if the condition is true. The weights say how often each is expected.
    @Format(value = "$condition `` custom<Weights>($branch_weights) `,` $true_dest (`(` $true_dest_operands^ `:` type($true_dest_operands) `)`)? `,` "
        + "$false_dest (`(` $false_dest_operands^ `:` type($false_dest_operands) `)`)? attr-dict", parts = Weights.class)
    record CondBr(@Is(Bit.class) Value condition, List<Value> trueDestOperands, List<Value> falseDestOperands,
        Optional<DenseArrayAttr> branchWeights, Block trueDest, Block falseDest) implements Cf, Branch {
        @Override public List<Value> passed(int successor) {
            return successor == 0 ? trueDestOperands : falseDestOperands;
        }

        @Override public Op passing(int successor, List<Value> values) {
            return new CondBr(condition, successor == 0 ? values : trueDestOperands, successor == 0 ? falseDestOperands : values, branchWeights,
                trueDest, falseDest);
        }

        @Override public int taken(List<Attribute> operands) {
            return operands.getFirst() instanceof IntegerAttr holds ? holds.isTrue() ? 0 : 1 : -1;
        }

        @Override public String verify(Operation self) {
            return arguments(this, self);
        }
    }

    /// Goes on with the block of the case that the flag is equal to, or with the default one. No two cases may be for one number.
    @Format(value = "custom<Cases>($flag, $default_operands, $case_operands, $case_values, $case_operand_segments)", parts = Cases.class)
    record Switch(@Is(AnyInteger.class) Value flag, List<Value> defaultOperands, List<Value> caseOperands, Optional<DenseElementsAttr> caseValues,
        DenseArrayAttr caseOperandSegments, Block defaultDestination, List<Block> caseDestinations) implements Cf, Branch {
        @Override public List<Value> passed(int successor) {
            if (successor == 0) return defaultOperands;
            int start = (int) LongStream.of(caseOperandSegments.values()).limit(successor - 1).sum();
            return caseOperands.subList(start, start + (int) caseOperandSegments.values()[successor - 1]);
        }

        @Override public Op passing(int successor, List<Value> values) {
            var operands = new ArrayList<Value>();
            var segments = new long[caseDestinations.size()];
            for (int i = 1; i <= segments.length; i++) {
                var each = i == successor ? values : passed(i);
                operands.addAll(each);
                segments[i - 1] = each.size();
            }
            return new Switch(flag, successor == 0 ? values : defaultOperands, operands, caseValues, DenseArrayAttr.i32(segments),
                defaultDestination, caseDestinations);
        }

        @Override public int taken(List<Attribute> operands) {
            if (!(operands.getFirst() instanceof IntegerAttr chosen)) return -1;
            var cases = cases();
            for (int i = 0; i < cases.length; i++) if (cases[i] == chosen.longValue()) return i + 1;
            return 0;
        }

        /// The numbers of the cases in order, as signed ones.
        long[] cases() {
            int unused = unusedBits();
            return LongStream.of(caseValues.map(DenseElementsAttr::toLongs).orElse(new long[0])).map(v -> v << unused >> unused).toArray();
        }

        /// The bits of a `long` beyond those of the flag.
        int unusedBits() {
            return flag.type() instanceof IntegerType(var width, _) ? 64 - width : 0;
        }

        @Override public String verify(Operation self) {
            if (unusedBits() < 0) return "requires a flag of at most 64 bits, but got '" + flag.type() + "'";
            var values = caseValues.orElse(null);
            if (values != null && !values.type().element().equals(flag.type())) return "'flag' type ('" + flag.type()
                + "') should match case value type ('" + values.type().element() + "')";
            long count = values == null ? 0 : values.type().shape().elementCount();
            if (count != caseDestinations.size()) return "number of case values (" + count + ") should match number of case destinations ("
                + caseDestinations.size() + ")";
            var segments = caseOperandSegments.values();
            if (segments.length != count || LongStream.of(segments).anyMatch(s -> s < 0) || LongStream.of(segments).sum() != caseOperands.size()) {
                return "has " + caseOperands.size() + " operands for its cases, which do not agree with 'case_operand_segments'";
            }
            return arguments(this, self);
        }
    }

    private static String arguments(Branch branch, Operation self) {
        for (int i = 0; i < self.successors().size(); i++) {
            var passed = Value.types(branch.passed(i));
            var arguments = Value.types(self.successors().get(i).arguments());
            if (!passed.equals(arguments)) return "has operands of types " + passed + " for successor #" + i + ", whose arguments are of types "
                + arguments;
        }
        return null;
    }
}
