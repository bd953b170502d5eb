package pim.dialect.sim;

import java.util.ArrayList;
import java.util.List;
import pim.define.format.CustomPart;
import pim.define.format.OpReader;
import pim.define.format.OpWriter;
import pim.dialect.inst.Indices;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.affine.AffineExpr;
import pim.ir.affine.AffineMap;
import pim.ir.attr.AffineMapAttr;
import pim.ir.attr.DenseArrayAttr;
import pim.ir.attr.IntegerAttr;

/// In brackets, `read 256 at %i * 32, read 4 at 1024, write 128 at %i + 64, global %i * 512`: how many bytes of local memory an instruction uses, and where they begin. The
/// components are the addresses of what it reads, the lengths, both of what it writes, the address in global memory, and the loop variables of all addresses, each once.
public final class Ranges implements CustomPart {
    private static final String READ = "read", WRITE = "write", AT = "at", GLOBAL = "global";

    @Override public void parse(OpReader in, List<String> parts) {
        var indices = new Indices();
        var reads = new ArrayList<AffineExpr>();
        var bytes = new ArrayList<Long>();
        AffineExpr writes = null, global = null;
        do {
            if (writes == null && in.tryLiteral(WRITE)) {
                in.property(parts.get(3), IntegerAttr.i64(in.integer()));
                in.literal(AT);
                writes = indices.read(in);
            } else if (global == null && in.tryLiteral(GLOBAL)) {
                global = indices.read(in);
            } else {
                in.literal(READ);
                bytes.add(in.integer());
                in.literal(AT);
                reads.add(indices.read(in));
            }
        } while (in.tryLiteral(","));
        if (!reads.isEmpty()) {
            int dims = indices.map(reads.getFirst()).value().dims();
            in.property(parts.get(0), new AffineMapAttr(new AffineMap(dims, 0, List.copyOf(reads))));
            in.property(parts.get(1), DenseArrayAttr.i64(bytes.stream().mapToLong(b -> b).toArray()));
        }
        if (writes != null) in.property(parts.get(2), indices.map(writes));
        if (global != null) in.property(parts.get(4), indices.map(global));
        indices.operands(in, parts.get(5));
    }

    @Override public void print(OpWriter out, Operation op, List<String> parts) {
        var indices = out.operands(op, parts.get(5));
        boolean first = true;
        if (op.attribute(parts.get(0)) instanceof AffineMapAttr reads && op.attribute(parts.get(1)) instanceof DenseArrayAttr bytes) {
            for (int i = 0; i < reads.value().results().size(); i++) {
                print(out, READ, bytes.values()[i], reads.value().results().get(i), indices, first);
                first = false;
            }
        }
        if (op.attribute(parts.get(2)) instanceof AffineMapAttr writes && op.attribute(parts.get(3)) instanceof IntegerAttr bytes) {
            print(out, WRITE, bytes.longValue(), writes.value().results().getFirst(), indices, first);
            first = false;
        }
        if (op.attribute(parts.get(4)) instanceof AffineMapAttr global) {
            out.append(first ? "" : ", ").append(GLOBAL).append(" ");
            Indices.print(out, global, indices);
        }
    }

    private static void print(OpWriter out, String what, long bytes, AffineExpr at, List<Value> indices, boolean first) {
        out.append(first ? "" : ", ").append(what).append(" ").append(bytes).append(" ").append(AT).append(" ");
        at.print(out, d -> out.name(indices.get(d)));
    }
}
