package pim.dialect.isa;

import java.io.IOException;

/// What takes a program in the order in which it is written: the header, then core by core its instructions. Only a sink that writes throws
/// [IOException]s.
public interface ProgramSink {
    /// What there is to know before the first core.
    void begin(ProgramHeader header) throws IOException;

    /// The program of core `number` begins; each core comes at most once.
    void core(int number) throws IOException;

    /// The next instruction of the core. The object is used again for the one behind it.
    void instruction(MachineInstruction instruction) throws IOException;

    /// The program of the core is complete.
    void endCore() throws IOException;

    /// There are no more cores.
    void end() throws IOException;
}
