package pim.dialect.sim.timing;

import java.util.ArrayList;
import java.util.List;
import pim.dialect.inst.GroupAttr;
import pim.dialect.isa.Field;
import pim.dialect.isa.MachineInstruction;

/// Bytes of local memory that an instruction reads or writes by the ISA, whatever a timing model thinks of them: `count` elements of `width` bytes.
///
/// @param base   the register with the address of the first; null for address 0
/// @param offset added to it, bytes
/// @param stride the register that says how many elements they are apart; null when one follows the other
/// @param more   added to the stride
record LocalAccess(Field base, long offset, long width, long count, Field stride, long more) {
    static LocalAccess of(AddressRange range) {
        return new LocalAccess(range.base(), range.offset(), range.last() + 1, 1, null, 0);
    }

    /// All of an instruction.
    ///
    /// @param group what the array group holds that it multiplies by, or null when the program does not say it: then all rows and columns are meant
    static List<LocalAccess> of(MachineInstruction i, CoreState state, GroupAttr group) {
        long in = state.inputBytes(), out = state.outputBytes(), n = i.len;
        var all = new ArrayList<LocalAccess>();
        switch (i.opcode) {
            case MVMUL -> {
                var unit = state.accelerator().matrixUnit(state.core()).crossbar();
                long rows = group != null ? group.part().rows() : unit.rows();
                long columns = group != null ? group.part().cols() : (long) unit.cellBits() * unit.columns() / i.mbiw * state.crossbars()[i.group];
                all.add(bytes(Field.RS1, 0, rows * in));
                all.add(bytes(Field.RD, 0, columns * out));
            }
            case VVADD, VVSUB, VVMAX, VVMUL, VVSLL, VVSRA -> {
                long width = switch (i.opcode) {
                    case VVADD, VVSUB, VVMAX -> in;
                    default -> out;
                };
                all.add(elements(i, Field.RS1, in, n));
                all.add(elements(i, Field.RS2, in, n));
                all.add(elements(i, Field.RD, width, n));
            }
            case VVDMUL -> {
                all.add(elements(i, Field.RS1, in, n));
                all.add(elements(i, Field.RS2, in, n));
                all.add(elements(i, Field.RD, out, 1));
            }
            case VRSU, VRSL -> {
                all.add(elements(i, Field.RS1, in, n));
                all.add(elements(i, Field.RS2, in, 1));
                all.add(elements(i, Field.RD, out, n));
            }
            case VRELU, VTANH, VSIGM -> {
                all.add(elements(i, Field.RS1, in, n));
                all.add(elements(i, Field.RD, out, n));
            }
            case VMV -> {
                all.add(new LocalAccess(Field.RS1, 0, in, n, Field.RS2, 0));
                all.add(bytes(Field.RD, 0, n * in));
            }
            case VAVG -> {
                all.add(new LocalAccess(Field.RS1, i.offset(Field.RS1) * in, in, n, Field.RS2, i.offset(Field.RS2)));
                all.add(elements(i, Field.RD, out, 1));
            }
            case LD, RECV -> all.add(bytes(Field.RD, i.offset(Field.RD), i.size));
            case ST -> all.add(bytes(Field.RS1, i.offset(Field.RS1), i.size));
            case SEND -> all.add(bytes(Field.RD, i.offset(Field.RD), i.size));
            case LLDI -> all.add(bytes(Field.RD, i.offset(Field.RD), i.bytes()));
            case LMV -> {
                all.add(bytes(Field.RS1, i.offset(Field.RS1), i.bytes()));
                all.add(bytes(Field.RD, i.offset(Field.RD), i.bytes()));
            }
            case WAIT, SYNC, SLDI, SLD, SADD, SSUB, SMUL, SADDI, SMULI, SETBW -> {}
        }
        return all;
    }

    private static LocalAccess bytes(Field base, long offset, long bytes) {
        return new LocalAccess(base, offset, bytes, 1, null, 0);
    }

    private static LocalAccess elements(MachineInstruction i, Field base, long width, long count) {
        return bytes(base, i.offset(base) * width, count * width);
    }
}
