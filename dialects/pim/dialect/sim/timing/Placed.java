package pim.dialect.sim.timing;

import java.util.TreeMap;
import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.interpret.Address;
import pim.dialect.isa.LoopSink;
import pim.dialect.isa.MachineInstruction;
import pim.dialect.isa.Field;
import pim.dialect.isa.ProgramHeader;
import pim.ir.Operation;

/// Places a program on other cores than it says: on those `first` further on.
public record Placed(LoopSink sink, int first) implements LoopSink {
    @Override public void begin(ProgramHeader header) {
        var groups = new TreeMap<Integer, int[]>();
        header.arrayGroups().forEach((core, crossbars) -> groups.put(core + first, crossbars));
        sink.begin(new ProgramHeader(header.configuration(), groups));
    }

    @Override public void core(int number) {
        sink.core(number + first);
    }

    @Override public void loop(CountedLoop loop) {
        sink.loop(loop);
    }

    @Override public void endLoop() {
        sink.endLoop();
    }

    @Override public void instruction(Operation operation, MachineInstruction instruction, Address imm) {
        move(instruction, first);
        sink.instruction(operation, instruction, imm);
        move(instruction, -first);
    }

    @Override public void instruction(MachineInstruction instruction) {
        move(instruction, first);
        sink.instruction(instruction);
        move(instruction, -first);
    }

    private static void move(MachineInstruction instruction, int by) {
        if (instruction.opcode.has(Field.CORE)) instruction.core += by;
    }

    @Override public void endCore() {
        sink.endCore();
    }

    @Override public void end() {
        sink.end();
    }
}
