package pim.pass;

import java.util.TreeSet;
import pim.define.Registry;
import pim.ir.Operation;

/// Tells a program that a pass has nothing to do in from one of a level that the pass cannot work on, where it would silently do nothing.
final class Level {
    private Level() {}

    /// What is wrong when operations of other levels are in `root` and none of the pass's own; else null.
    static String mismatch(Pass pass, Operation root, Registry registry) {
        var own = registry.dialect(pass.level());
        if (own == null) return null;
        var namespaces = new TreeSet<String>();
        root.walk(op -> namespaces.add(op.kind().dialect()));
        if (namespaces.contains(pass.level())) return null;
        namespaces.removeIf(namespace -> registry.dialect(namespace) == null || registry.dialect(namespace).origin().isEmpty());
        if (namespaces.isEmpty()) return null;
        return "'" + root.name() + "' op holds operations of " + String.join(" and ", namespaces) + ", but pass '" + pass.name()
            + "' works on those of "
            + pass.level() + "; " + own.origin() + " makes them";
    }
}
