package pim.dialect.inst;

import java.util.List;
import pim.define.Constraints;
import pim.define.Format;
import pim.define.Is;
import pim.ir.Operation;
import pim.ir.Value;
import pim.ir.attr.AffineMapAttr;

/// One half of a rendezvous: a send and the receive it meets end together, whichever core comes first waits.
public sealed interface Message extends Instruction {
    /// The other core.
    long core();

    Value buffer();

    AffineMapAttr bufferAt();

    /// How many bytes go over; both halves must agree.
    long size();

    private String verifyPeer(Operation self) {
        for (var p = self.parent(); p != null; p = p.parent()) {
            if (p.op() instanceof Structure.Core c && c.core() == core()) return "names its own core " + core() + " as the other";
        }
        return verifyAddresses(bufferAt());
    }

    /// Gives bytes of local memory to another core.
    @Format(value = "$core `,` custom<Addresses>($buffer, $buffer_at, $indices) `,` $size attr-dict", parts = Addresses.class)
    record Send(@Is(Constraints.NonNegative.class) long core, @Is(BufferType.Only.class) Value buffer, AffineMapAttr bufferAt,
                @Is(Constraints.Index.class) List<Value> indices, @Is(Count.class) long size) implements Message {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.read("buffer", buffer, bufferAt, Span.of(size)));
        }

        @Override public String verify(Operation self) {
            return ((Message) this).verifyPeer(self);
        }
    }

    /// Takes bytes from another core into local memory.
    @Format(value = "$core `,` custom<Addresses>($buffer, $buffer_at, $indices) `,` $size attr-dict", parts = Addresses.class)
    record Recv(@Is(Constraints.NonNegative.class) long core, @Is(BufferType.Only.class) Value buffer, AffineMapAttr bufferAt,
                @Is(Constraints.Index.class) List<Value> indices, @Is(Count.class) long size) implements Message {
        @Override public List<Access> accesses(List<GroupAttr> groups) {
            return List.of(Access.write("buffer", buffer, bufferAt, Span.of(size)));
        }

        @Override public String verify(Operation self) {
            return ((Message) this).verifyPeer(self);
        }
    }
}
