package pim.dialect.isa;

import pim.dialect.inst.CountedLoop;
import pim.dialect.inst.interpret.Address;
import pim.ir.Operation;

/// What takes a program of a module with its loops, each body once.
public interface LoopSink extends ProgramSink {
    /// A loop begins within the core or the loop that has begun before.
    void loop(CountedLoop loop);

    /// The innermost loop is complete.
    void endLoop();

    /// The next instruction.
    ///
    /// @param imm what computes the immediate from the variables of the loops around, the outermost first; null when the instruction has it
    void instruction(Operation operation, MachineInstruction instruction, Address imm);

    @Override void begin(ProgramHeader header);

    @Override void core(int number);

    @Override void instruction(MachineInstruction instruction);

    @Override void endCore();

    @Override void end();
}
