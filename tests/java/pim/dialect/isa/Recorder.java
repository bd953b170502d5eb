package pim.dialect.isa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Writes down what comes by, so that streams can be compared: the header, the cores, and every field of every instruction.
public final class Recorder implements ProgramSink {
    public final List<String> lines = new ArrayList<>();

    @Override public void begin(ProgramHeader header) {
        lines.add(header.configuration().toString());
        header.arrayGroups().forEach((core, groups) -> lines.add(core + " has " + Arrays.toString(groups)));
    }

    @Override public void core(int number) {
        lines.add("core " + number);
    }

    @Override public void instruction(MachineInstruction instruction) {
        lines.add(instruction.opcode + Arrays.stream(Field.values()).map(f -> " " + f + " " + instruction.get(f)).collect(Collectors.joining()));
    }

    @Override public void endCore() {
        lines.add("end of core");
    }

    @Override public void end() {
        lines.add("end");
    }
}
