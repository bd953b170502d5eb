package pim.dialect.arith;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import pim.ir.Foldable;
import pim.ir.Folded;
import pim.ir.attr.Attribute;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.IntegerType;
import pim.pass.generic.Canonicalize;
import pim.pass.generic.Program;

class ArithTest {
    private static final List<String> BINARY = List.of("addi", "subi", "muli", "divsi", "divui", "remsi", "remui", "andi", "ori", "xori", "shli",
        "shrsi", "shrui", "maxsi", "maxui", "minsi", "minui");
    private static final List<String> COMPARISONS = List.of("eq", "ne", "slt", "sle", "sgt", "sge", "ult", "ule", "ugt", "uge");

    /// Against Java's own arithmetic on 32 bits.
    @Property(tries = 500) void numbersAreThoseOfJava(@ForAll int a, @ForAll int b) {
        for (var name : BINARY) {
            Integer expected = switch (name) {
                case "addi" -> a + b;
                case "subi" -> a - b;
                case "muli" -> a * b;
                case "divsi" -> b == 0 || a == Integer.MIN_VALUE && b == -1 ? null : (Integer) (a / b);
                case "divui" -> b == 0 ? null : (Integer) Integer.divideUnsigned(a, b);
                case "remsi" -> b == 0 ? null : (Integer) (a % b);
                case "remui" -> b == 0 ? null : (Integer) Integer.remainderUnsigned(a, b);
                case "andi" -> a & b;
                case "ori" -> a | b;
                case "xori" -> a ^ b;
                case "shli" -> b < 0 || b > 31 ? null : (Integer) (a << b);
                case "shrsi" -> b < 0 || b > 31 ? null : (Integer) (a >> b);
                case "shrui" -> b < 0 || b > 31 ? null : (Integer) (a >>> b);
                case "maxsi" -> Math.max(a, b);
                case "minsi" -> Math.min(a, b);
                case "maxui" -> Integer.compareUnsigned(a, b) > 0 ? a : b;
                default -> Integer.compareUnsigned(a, b) < 0 ? a : b;
            };
            var program = Program.of("%a = arith.constant " + a + " : i32\n%b = arith.constant " + b + " : i32\n%c = arith." + name + " %a, %b : i32");
            var op = (IntegerBinary) program.top().region(0).entry().last().op();
            var folded = op.fold(List.of(IntegerAttr.of(IntegerType.I32, a), IntegerAttr.of(IntegerType.I32, b)));
            assertEquals(expected == null ? null : new Folded.Constant(IntegerAttr.of(IntegerType.I32, expected)), folded, name);
        }
    }

    /// What is told from one operand holds for whatever the other is.
    @Property(tries = 300) void whatIsKnownOfOneOperandHoldsForAll(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int width) {
        var random = new Random(seed);
        var type = IntegerType.of(width);
        for (var name : BINARY) {
            boolean same = random.nextInt(4) == 0;
            var top = Program.of("\"t.op\"() ({\n^bb(%a: " + type + ", %b: " + type + "):\n%c = arith." + name + " %a, " + (same ? "%a" : "%b") + " : "
                + type + "\n}) : () -> ()").top();
            var op = (IntegerBinary) top.region(0).entry().first().region(0).entry().first().op();
            boolean first = random.nextBoolean();
            var bits = new Bits(width);
            var constant = bits.constant(type, BigInteger.valueOf(random.nextInt(5) - 2).add(random.nextInt(3) == 0 ? bits.least() : BigInteger.ZERO));
            var known = Arrays.asList((Attribute) (first && !same ? constant : null), !first && !same ? constant : null);
            var folded = op.fold(known);
            if (folded == null) continue;
            for (int x = 0; x < 1 << width; x++) {
                var other = bits.signed(BigInteger.valueOf(x));
                var a = first && !same ? constant.value() : other;
                var b = !first && !same ? constant.value() : other;
                var computed = op.compute(a, b, bits);
                if (computed == null) continue;
                var told = folded instanceof Folded.Constant(IntegerAttr(_, var v)) ? v : ((Folded.Existing) folded).value() == op.lhs() ? a : b;
                assertEquals(bits.signed(computed), told, name + " of " + a + " and " + b);
            }
        }
    }

    @Test void mlirOptFoldsToTheSame() throws Exception {
        for (int width : new int[] {1, 3, 8, 32, 64, 77}) {
            var program = Program.of(constants(new Random(width), width));
            assertEquals(used(Program.of(program.byMlirOpt("--canonicalize"))), used(program.run(new Canonicalize())));
        }
    }

    /// What is used in order: constants, and null for what is none.
    private static List<Attribute> used(Program program) {
        return program.operations().stream().filter(op -> op.name().equals("t.use")).map(op -> Foldable.constantOf(op.operand(0))).toList();
    }

    /// Every op on random constants, and on one constant beside an unknown.
    private static String constants(Random random, int width) {
        var lines = new ArrayList<String>();
        var type = "i" + width;
        lines.add("\"t.op\"() ({\n^bb(%x: " + type + ", %t: i1):");
        for (int i = 0; i < 60; i++) {
            var value = new BigInteger(random.nextBoolean() ? Math.min(width, 2) : width, random);
            var operands = new ArrayList<String>();
            for (int o = 0; o < 2; o++) {
                if (random.nextInt(4) == 0) {
                    operands.add("%x");
                } else {
                    lines.add("%c" + i + o + " = arith.constant " + (width == 1 ? (value.testBit(o) ? "true" : "false") : value.shiftRight(o) + " : "
                        + type));
                    operands.add("%c" + i + o);
                }
            }
            var pair = operands.get(0) + ", " + operands.get(1);
            int kind = random.nextInt(BINARY.size() + 6);
            if (operands.get(0).equals("%x") && kind >= BINARY.size() + 2) kind = 0;
            if (kind < BINARY.size()) lines.add("%r" + i + " = arith." + BINARY.get(kind) + " " + (operands.getFirst().equals("%x") ? pair
                : operands.get(0) + ", " + operands.get(0)) + " : " + type);
            else lines.add("%r" + i + " = " + switch (kind - BINARY.size()) {
                case 0 -> "arith.cmpi " + COMPARISONS.get(random.nextInt(10)) + ", " + operands.get(0) + ", " + operands.get(0) + " : " + type;
                case 1 -> "arith.select %t, " + operands.get(0) + ", " + operands.get(0) + " : " + type;
                case 2 -> "arith.extsi " + operands.get(0) + " : " + type + " to i99";
                case 3 -> "arith.extui " + operands.get(0) + " : " + type + " to i99";
                case 4 -> "arith.index_cast " + operands.get(0) + " : " + type + " to index";
                default -> "arith.index_castui " + operands.get(0) + " : " + type + " to index";
            });
            lines.add("\"t.use\"(%r" + i + ") : (" + (kind == BINARY.size() ? "i1" : kind < BINARY.size() + 2 ? type : kind < BINARY.size() + 4 ? "i99"
                : "index") + ") -> ()");
        }
        lines.add("}) : () -> ()");
        return String.join("\n", lines);
    }

    @Test void vectorsAreLeftAsTheyAre() {
        var program = Program.of("%a = arith.constant dense<1> : vector<2xi32>\n%b = arith.addi %a, %a : vector<2xi32>");
        assertNull(((IntegerBinary) program.top().region(0).entry().last().op()).fold(Arrays.asList(null, null)));
    }
}
