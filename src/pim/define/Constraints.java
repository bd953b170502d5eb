package pim.define;

import java.math.BigInteger;
import java.util.List;
import pim.ir.attr.Attribute;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.IntegerAttr;
import pim.ir.type.FloatType;
import pim.ir.type.IndexType;
import pim.ir.type.IntegerType;
import pim.ir.type.RankedTensorType;
import pim.ir.type.Type;
import pim.ir.type.UnrankedTensorType;

/// The constraints that ops of every dialect share.
public final class Constraints {
    private Constraints() {}

    public record AnyTensor() implements Constraint {
        @Override public String description() {
            return "tensor of any type values";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(RankedTensorType.class, UnrankedTensorType.class);
        }
    }

    public record StaticTensor() implements Constraint {
        @Override public String description() {
            return "statically shaped tensor of any type values";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(RankedTensorType.class);
        }

        @Override public boolean accepts(Type type) {
            return type instanceof RankedTensorType t && t.hasStaticShape();
        }
    }

    public record AnyInteger() implements Constraint {
        @Override public String description() {
            return "integer or index";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(IntegerType.class, IndexType.class);
        }
    }

    public record AnyFloat() implements Constraint {
        @Override public String description() {
            return "floating-point";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(FloatType.class);
        }
    }

    public record Index() implements Constraint {
        @Override public String description() {
            return "index";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(IndexType.class);
        }
    }

    public record NonNegative() implements Constraint {
        @Override public String description() {
            return "non-negative";
        }

        @Override public boolean accepts(Attribute attribute) {
            return all(attribute, 0);
        }
    }

    public record Positive() implements Constraint {
        @Override public String description() {
            return "positive";
        }

        @Override public boolean accepts(Attribute attribute) {
            return all(attribute, 1);
        }
    }

    private static boolean all(Attribute attribute, long least) {
        return switch (attribute) {
            case IntegerAttr i -> i.value().signum() >= 0 && i.value().compareTo(BigInteger.valueOf(least)) >= 0;
            case DenseArrayAttr a -> {
                for (long value : a.values()) if (value < least) yield false;
                yield true;
            }
            default -> true;
        };
    }
}
