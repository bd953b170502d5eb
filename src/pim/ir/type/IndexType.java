package pim.ir.type;

import pim.ir.AsmWriter;

/// `index`.
public record IndexType() implements Type {
    public static final IndexType INDEX = new IndexType();

    @Override public void print(AsmWriter out) {
        out.append("index");
    }

    @Override public String toString() {
        return text();
    }
}
