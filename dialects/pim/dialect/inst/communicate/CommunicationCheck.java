package pim.dialect.inst.communicate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import pim.diagnose.CompileFailure;
import pim.diagnose.Diagnostics;
import pim.ir.Block;
import pim.ir.Operation;

/// Decides, without computing any value, whether the programs of cores come to their ends together. The work grows with what the programs have to say to
/// each other, not with how often: loops without exchanges are left out, and rounds that repeat are skipped.
public final class CommunicationCheck {
    private final List<Script> scripts = new ArrayList<>();

    /// Adds the program of a core.
    ///
    /// @param exchanges what an operation that is no loop is to other cores, null when nothing
    public void add(long core, Block program, Function<Operation, Exchange> exchanges) {
        scripts.add(new Script(core, program, exchanges));
    }

    /// @throws CompileFailure when they do not; it has been reported
    public void run(Diagnostics diagnostics) {
        new Rehearsal(scripts, diagnostics).run();
    }
}
