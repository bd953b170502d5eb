package pim.rewrite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import pim.ir.Operation;
import pim.ir.Value;

/// How to take back what was changed, the latest change first.
final class UndoLog {
    private final Deque<Runnable> steps = new ArrayDeque<>();

    /// Remembers that `step` takes back what is about to be done.
    void add(Runnable step) {
        steps.push(step);
    }

    /// Remembers the operands, attributes, location and types of `op`.
    void keep(Operation op) {
        var operands = op.operands().toArray(Value[]::new);
        var properties = op.propertiesAttribute();
        var attributes = op.attributes();
        var location = op.location();
        var types = op.resultTypes();
        var successors = op.successors();
        add(() -> {
            op.setOperands(List.of(operands));
            op.setProperties(properties);
            op.setAttributes(attributes);
            op.setLocation(location);
            for (int i = 0; i < types.size(); i++) op.result(i).setType(types.get(i));
            for (int i = 0; i < successors.size(); i++) op.setSuccessor(i, successors.get(i));
        });
    }

    /// A place in the log to go [#backTo].
    int mark() {
        return steps.size();
    }

    /// Takes back all that was done since `mark`.
    void backTo(int mark) {
        while (steps.size() > mark) steps.pop().run();
    }
}
