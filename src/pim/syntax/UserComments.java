package pim.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import pim.ir.BlockArgument;
import pim.ir.OpOperand;
import pim.ir.Operation;
import pim.ir.Value;

/// The comments that say who uses a value, worded as MLIR words them. An operation without results goes by a number of its own.
record UserComments(ValueNames names) {
    /// Behind an operation; empty where MLIR says nothing.
    String of(Operation op) {
        if (op.resultCount() == 0) return op.operandCount() == 0 ? "" : " // id: " + names.of(op);
        var results = op.results();
        var users = results.stream().flatMap(r -> r.uses().stream()).map(OpOperand::owner).collect(Collectors.toSet());
        if (users.isEmpty()) return " // unused";
        boolean one = op.resultCount() == 1;
        boolean single = one && users.size() == 1 && users.iterator().next().resultCount() <= 1;
        return " // " + (single ? "user: " : "users: ")
            + results.stream().map(r -> one ? users(r) : "(" + users(r) + ")").collect(Collectors.joining(", "));
    }

    /// On a line by itself at the head of a block.
    String of(BlockArgument argument) {
        return "// " + names.of(argument) + (argument.uses().isEmpty() ? " is unused" : " is used by " + users(argument));
    }

    /// Each user once, that of the newest use first.
    private String users(Value value) {
        var users = new LinkedHashSet<>(value.uses().reversed().stream().map(OpOperand::owner).toList());
        return users.isEmpty() ? "unused" : users.stream().map(this::named).collect(Collectors.joining(", "));
    }

    private String named(Operation user) {
        List<? extends Value> results = user.results();
        return results.isEmpty() ? names.of(user) : results.stream().map(names::of).collect(Collectors.joining(", "));
    }
}
