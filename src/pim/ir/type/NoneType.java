package pim.ir.type;

import pim.ir.AsmWriter;

/// `none`.
public record NoneType() implements Type {
    public static final NoneType NONE = new NoneType();

    @Override public void print(AsmWriter out) {
        out.append("none");
    }

    @Override public String toString() {
        return text();
    }
}
