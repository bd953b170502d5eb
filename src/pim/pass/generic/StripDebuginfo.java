package pim.pass.generic;

import pim.ir.Operation;
import pim.ir.attr.Location;
import pim.pass.Pass;
import pim.pass.PassContext;

/// Makes the location of every operation and block argument unknown.
public record StripDebuginfo() implements Pass {
    @Override public String summary() {
        return "Strip debug info from all operations";
    }

    @Override public void run(Operation root, PassContext context) {
        root.walk(op -> {
            op.setLocation(Location.UNKNOWN);
            for (var region : op.regions()) for (var block : region.blocks()) {
                for (var argument : block.arguments()) argument.setLocation(Location.UNKNOWN);
            }
        });
    }
}
