package pim.dialect.irdl;

import java.util.List;
import pim.define.Constraint;
import pim.ir.type.DialectType;
import pim.ir.type.Type;

/// The type of the values in a definition: `!irdl.attribute` of a condition, `!irdl.region` of a region.
public record HandleType(String mnemonic) implements DialectType {
    public static final HandleType ATTRIBUTE = new HandleType("attribute"), REGION = new HandleType("region");

    @Override public String dialect() {
        return "irdl";
    }

    @Override public String toString() {
        return text();
    }

    record OfAttribute() implements Constraint {
        @Override public String description() {
            return "IRDL handle to an `mlir::Attribute`";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(HandleType.class);
        }

        @Override public boolean accepts(Type type) {
            return type.equals(ATTRIBUTE);
        }
    }

    record OfRegion() implements Constraint {
        @Override public String description() {
            return "IRDL handle to a region definition";
        }

        @Override public List<Class<? extends Type>> classes() {
            return List.of(HandleType.class);
        }

        @Override public boolean accepts(Type type) {
            return type.equals(REGION);
        }
    }
}
