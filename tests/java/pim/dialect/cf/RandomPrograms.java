package pim.dialect.cf;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Text of random programs on integers that always end: `@main` of two numbers, private functions it calls, blocks that lead on to later ones, and
/// loops of a few rounds.
public final class RandomPrograms {
    private static final List<String> BINARY = List.of("addi", "subi", "muli", "andi", "ori", "xori", "maxsi", "minui", "divsi", "remui");
    private static final List<String> COMPARED = List.of("eq", "ne", "slt", "uge");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private int next;

    private RandomPrograms(long seed) {
        random = new Random(seed);
    }

    public static String text(long seed) {
        var programs = new RandomPrograms(seed);
        int functions = 1 + programs.random.nextInt(4);
        for (int i = 0; i < functions; i++) programs.function(i, i == functions - 1);
        return programs.text.toString();
    }

    /// Functions return a number and whether something holds; one calls those before it only.
    private void function(int index, boolean main) {
        line("func.func " + (main ? "@main" : "private @f" + index) + "(%x: i32, %y: i32) -> (i32, i1) {");
        var numbers = new ArrayList<>(List.of("%x", "%y"));
        var truths = new ArrayList<String>();
        fill(index, numbers, truths, 2 + random.nextInt(4));
        truths.add(compare(numbers));
        int blocks = random.nextInt(5);
        jump(0, blocks, numbers, truths);
        for (int b = 1; b <= blocks; b++) {
            line("^b" + b + "(%n" + b + ": i32, %t" + b + ": i1):");
            var inner = new ArrayList<>(numbers);
            var innerTruths = new ArrayList<>(truths);
            inner.add("%n" + b);
            innerTruths.add("%t" + b);
            fill(index, inner, innerTruths, random.nextInt(4));
            if (random.nextInt(5) == 0) loop(b, blocks, inner, innerTruths);
            else jump(b, blocks, inner, innerTruths);
        }
        line("}");
    }

    private void fill(int callable, List<String> numbers, List<String> truths, int size) {
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(8)) {
                case 0, 1 -> numbers.add(define("arith.constant " + (random.nextInt(7) - 2) + " : i32"));
                case 2 -> truths.add(random.nextBoolean() ? define("arith.constant " + random.nextBoolean()) : compare(numbers));
                case 3 -> {
                    if (!truths.isEmpty()) numbers.add(define("arith.select " + any(truths) + ", " + any(numbers) + ", " + any(numbers) + " : i32"));
                }
                case 4 -> {
                    if (callable == 0) continue;
                    var results = fresh();
                    line("  " + results + ":2 = call @f" + random.nextInt(callable) + "(" + any(numbers) + ", " + any(numbers)
                        + ") : (i32, i32) -> (i32, i1)");
                    numbers.add(results + "#0");
                    truths.add(results + "#1");
                }
                default -> numbers.add(define("arith." + BINARY.get(random.nextInt(BINARY.size())) + " " + any(numbers) + ", " + any(numbers)
                    + " : i32"));
            }
        }
    }

    private String compare(List<String> numbers) {
        return define("arith.cmpi " + COMPARED.get(random.nextInt(COMPARED.size())) + ", " + any(numbers) + ", " + any(numbers) + " : i32");
    }

    private void jump(int from, int blocks, List<String> numbers, List<String> truths) {
        if (from == blocks) line("  return " + any(numbers) + ", " + any(truths) + " : i32, i1");
        else switch (random.nextInt(3)) {
            case 0 -> line("  cf.br " + target(from, blocks, numbers, truths));
            case 1 -> line("  cf.cond_br " + any(truths) + ", " + target(from, blocks, numbers, truths) + ", "
                + target(from, blocks, numbers, truths));
            default -> line("  cf.switch " + any(numbers) + " : i32, [default: " + target(from, blocks, numbers, truths) + ", 1: "
                + target(from, blocks, numbers, truths) + ", 3: " + target(from, blocks, numbers, truths) + "]");
        }
    }

    private String target(int from, int blocks, List<String> numbers, List<String> truths) {
        return "^b" + (from + 1 + random.nextInt(blocks - from)) + "(" + any(numbers) + ", " + any(truths) + " : i32, i1)";
    }

    /// Goes round `%i` times before it leaves the block.
    private void loop(int from, int blocks, List<String> numbers, List<String> truths) {
        var zero = define("arith.constant 0 : i32");
        var one = define("arith.constant 1 : i32");
        var bound = define("arith.constant " + random.nextInt(4) + " : i32");
        line("  cf.br ^loop" + from + "(" + zero + ", " + any(numbers) + " : i32, i32)");
        line("^loop" + from + "(%i" + from + ": i32, %a" + from + ": i32):");
        numbers.add("%a" + from);
        var step = define("arith.addi %i" + from + ", " + one + " : i32");
        var again = define("arith.cmpi slt, " + step + ", " + bound + " : i32");
        var value = random.nextBoolean() ? "%a" + from : define("arith.addi %a" + from + ", " + any(numbers) + " : i32");
        if (from == blocks) {
            line("  cf.cond_br " + again + ", ^loop" + from + "(" + step + ", " + value + " : i32, i32), ^end" + from);
            line("^end" + from + ":");
            jump(from, blocks, numbers, truths);
        } else {
            line("  cf.cond_br " + again + ", ^loop" + from + "(" + step + ", " + value + " : i32, i32), "
                + target(from, blocks, numbers, truths));
        }
    }

    private String define(String operation) {
        var name = fresh();
        line("  " + name + " = " + operation);
        return name;
    }

    private String fresh() {
        return "%v" + next++;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
