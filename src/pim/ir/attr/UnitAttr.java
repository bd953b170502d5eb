package pim.ir.attr;

import pim.ir.AsmWriter;

/// `unit`: said by being there.
public record UnitAttr() implements Attribute {
    public static final UnitAttr UNIT = new UnitAttr();

    @Override public void print(AsmWriter out) {
        out.append("unit");
    }

    @Override public String toString() {
        return text();
    }
}
