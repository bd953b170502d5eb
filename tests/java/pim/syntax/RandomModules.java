package pim.syntax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import pim.define.Registry;
import pim.ir.Block;
import pim.ir.Operation;
import pim.ir.Region;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.ArrayAttr;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.DenseElementsAttr;
import pim.ir.attr.DenseResourceAttr;
import pim.ir.attr.DictionaryAttr;
import pim.ir.attr.FloatAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.attr.Location;
import pim.ir.attr.NamedAttribute;
import pim.ir.attr.OpaqueAttr;
import pim.ir.attr.OpaqueText;
import pim.ir.attr.StringAttr;
import pim.ir.attr.SymbolRefAttr;
import pim.ir.attr.TypeAttr;
import pim.ir.attr.UnitAttr;
import pim.ir.type.ComplexType;
import pim.ir.type.FloatType;
import pim.ir.type.FunctionType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.MemRefType;
import pim.ir.type.NoneType;
import pim.ir.type.OpaqueType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Shape;
import pim.ir.type.TupleType;
import pim.ir.type.Type;
import pim.ir.type.UnrankedTensorType;
import pim.ir.type.VectorType;

/// Modules of unregistered operations with types and attributes of every kind, the same for the same seed.
public final class RandomModules {
    private static final String CHARACTERS = "abz09_ .\"\\\n\té-";

    private final Random random;
    private final Registry registry;

    public RandomModules(long seed, Registry registry) {
        this.random = new Random(seed);
        this.registry = registry;
    }

    public Operation module() {
        var block = new Block();
        var module = new Operation(registry.kind("builtin.module"), List.of(), List.of(), DictionaryAttr.EMPTY, DictionaryAttr.EMPTY, List.of(),
            List.of(Region.of(block)), Location.UNKNOWN);
        fill(block, new ArrayList<>(), List.of(block), 1 + random.nextInt(6), 3, false);
        return module;
    }

    private void fill(Block block, List<Value> visible, List<Block> siblings, int count, int depth, boolean branches) {
        for (int i = 0; i < count; i++) {
            boolean last = branches && i == count - 1 && siblings.size() > 1;
            var operands = new ArrayList<Value>();
            for (int n = random.nextInt(4); n > 0 && !visible.isEmpty(); n--) operands.add(visible.get(random.nextInt(visible.size())));
            var results = list(random.nextInt(3), () -> type(2));
            var regions = depth == 0 || random.nextInt(4) > 0 ? List.<Region>of() : list(1 + random.nextInt(2), () -> region(visible, depth - 1));
            var successors = last ? list(random.nextInt(3), () -> siblings.get(1 + random.nextInt(siblings.size() - 1))) : List.<Block>of();
            var op = new Operation(registry.kind("test." + word()), operands, results, dictionary("p", 2), dictionary(2), successors, regions,
                location(2));
            block.append(op);
            visible.addAll(op.results());
        }
    }

    private Region region(List<Value> outer, int depth) {
        var blocks = list(random.nextInt(4), Block::new);
        var visible = new ArrayList<>(outer);
        for (var block : blocks) {
            for (int n = random.nextInt(3); n > 0; n--) visible.add(block.addArgument(type(2), location(1)));
            // What a block defines is not visible in its sisters, which it need not dominate.
            fill(block, block == blocks.getFirst() ? visible : new ArrayList<>(outer), blocks, 1 + random.nextInt(3), depth, true);
            if (block == blocks.getFirst()) visible = new ArrayList<>(outer);
        }
        return Region.of(blocks.toArray(Block[]::new));
    }

    public Type type(int depth) {
        return switch (random.nextInt(depth == 0 ? 4 : 12)) {
            case 0 -> new IntegerType(1 + random.nextInt(70), IntegerType.Signedness.values()[random.nextInt(3)]);
            case 1 -> FloatType.values()[random.nextInt(FloatType.values().length)];
            case 2 -> IndexType.INDEX;
            case 3 -> NoneType.NONE;
            case 4 -> new RankedTensorType(shape(true), element(), random.nextInt(4) == 0 ? StringAttr.of(word()) : null);
            case 5 -> new UnrankedTensorType(element());
            case 6 -> new VectorType(Shape.of(2L, 1L + random.nextInt(9)), random.nextInt(4), element());
            case 7 -> new MemRefType(shape(true), element(), null, random.nextBoolean() ? IntegerAttr.i64(1 + random.nextInt(4)) : null);
            case 8 -> new ComplexType(random.nextBoolean() ? FloatType.F32 : IntegerType.I32);
            case 9 -> new TupleType(list(random.nextInt(3), () -> type(depth - 1)));
            case 10 -> new FunctionType(list(random.nextInt(3), () -> type(depth - 1)), list(random.nextInt(3), () -> type(depth - 1)));
            default -> new OpaqueType("unknown" + random.nextInt(3), OpaqueText.of(List.of(".word", "<\"x>\" -> [3x4, {a}]>",
                ".pretty<4x5xf32, #a<(b)>>").get(random.nextInt(3))));
        };
    }

    private Type element() {
        return List.of(FloatType.F32, FloatType.F16, FloatType.BF16, FloatType.F64, IntegerType.I8, IntegerType.I64, IntegerType.I1,
            IndexType.INDEX).get(random.nextInt(8));
    }

    private Shape shape(boolean dynamic) {
        var extents = new long[random.nextInt(4)];
        for (int i = 0; i < extents.length; i++) extents[i] = dynamic && random.nextInt(4) == 0 ? Shape.DYNAMIC : random.nextInt(5);
        return Shape.of(extents);
    }

    public Attribute attribute(int depth) {
        return switch (random.nextInt(depth == 0 ? 6 : 15)) {
            case 0 -> UnitAttr.UNIT;
            case 1 -> integer();
            case 2 -> floating();
            case 3 -> StringAttr.of(text());
            case 4 -> IntegerAttr.bool(random.nextBoolean());
            case 5 -> new SymbolRefAttr(text() + "x", list(random.nextInt(2), this::word));
            case 6 -> new ArrayAttr(list(random.nextInt(4), () -> attribute(depth - 1)));
            case 7 -> dictionary(depth - 1);
            case 8 -> new TypeAttr(type(2));
            case 9 -> dense();
            case 10 -> DenseArrayAttr.i64(random.longs(random.nextInt(4)).toArray());
            case 11 -> new DenseResourceAttr(word(), new RankedTensorType(shape(false), element(), null));
            case 12 -> new AffineMapAttr(new AffineMap(2, 1, list(random.nextInt(3), () -> affine(2))));
            case 13 -> new OpaqueAttr("unknown" + random.nextInt(3), OpaqueText.of(List.of(".word", "<\"\">", ".pretty<a, -> 'b'>").get(random.nextInt(3))),
                random.nextBoolean() ? new IntegerType(1 + random.nextInt(70), IntegerType.Signedness.SIGNLESS) : null);
            default -> location(2);
        };
    }

    private Attribute integer() {
        var type = new IntegerType(2 + random.nextInt(80), IntegerType.Signedness.values()[random.nextInt(3)]);
        var value = new BigInteger(type.width() - 1, random);
        return new IntegerAttr(type, type.signedness() != IntegerType.Signedness.UNSIGNED && random.nextBoolean() ? value.negate() : value);
    }

    private Attribute floating() {
        var type = FloatType.values()[random.nextInt(FloatType.values().length)];
        return random.nextBoolean() ? FloatAttr.of(type, random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6))
            : new FloatAttr(type, new BigInteger(type.width(), random));
    }

    private Attribute dense() {
        var type = new RankedTensorType(Shape.of(2L, 3L), List.of(FloatType.F32, FloatType.F64, IntegerType.I8, IntegerType.I64,
            IndexType.INDEX).get(random.nextInt(5)), null);
        var raw = new byte[DenseElementsAttr.elementBytes(type.element()) * (random.nextInt(4) == 0 ? 1 : 6)];
        random.nextBytes(raw);
        return new DenseElementsAttr(type, raw);
    }

    /// Sums grow to the left and end with symbols, as they do when text is read.
    private AffineExpr affine(int depth) {
        if (depth == 0) return AffineExpr.dim(random.nextInt(2));
        var left = affine(depth - 1);
        var constant = AffineExpr.constant(random.nextInt(9) - 3);
        return switch (random.nextInt(5)) {
            case 0 -> left.plus(AffineExpr.symbol(0));
            case 1 -> left.times(constant);
            case 2 -> left.plus(constant);
            case 3 -> left.minus(AffineExpr.symbol(0));
            default -> left.floorDiv(AffineExpr.constant(1 + random.nextInt(7)));
        };
    }

    private Location location(int depth) {
        return switch (random.nextInt(depth == 0 ? 2 : 5)) {
            case 0 -> Location.UNKNOWN;
            case 1 -> new Location.File(word() + ".mlir", 1 + random.nextInt(99), 1 + random.nextInt(99));
            case 2 -> new Location.Name(text(), location(depth - 1));
            case 3 -> new Location.CallSite(location(depth - 1), location(depth - 1));
            default -> Location.fused(random.nextBoolean() ? null : StringAttr.of(word()), list(2, () -> location(depth - 1)));
        };
    }

    private DictionaryAttr dictionary(int depth) {
        return dictionary("", depth);
    }

    private DictionaryAttr dictionary(String prefix, int depth) {
        var names = random.ints(random.nextInt(3), 0, 40).distinct().mapToObj(i -> prefix + List.of("a", "b.c", "x y", "loc", "dense").get(i % 5)
            + i).toList();
        return DictionaryAttr.of(names.stream().map(n -> new NamedAttribute(n, attribute(Math.max(0, depth)))).toList());
    }

    private String word() {
        return List.of("alpha", "b_1", "c$d", "e.f", "loc", "true", "tensor").get(random.nextInt(7));
    }

    private String text() {
        var text = new StringBuilder();
        for (int n = random.nextInt(5); n > 0; n--) text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        return text.toString();
    }

    private static <T> List<T> list(int count, Supplier<T> each) {
        var list = new ArrayList<T>();
        for (int i = 0; i < count; i++) list.add(each.get());
        return list;
    }
}
