package pim.dialect.sim.timing;

import java.util.Arrays;
import java.util.List;
import pim.dialect.inst.GroupAttr;

/// The array groups of a core, as its program says them.
///
/// @param crossbars of each; empty where the program does not say it
/// @param held      what each holds; empty where the program does not say it
public record ArrayGroups(int[] crossbars, List<GroupAttr> held) {
    /// What a group holds, or null.
    GroupAttr weights(int group) {
        return group < held.size() ? held.get(group) : null;
    }

    /// Crossbars of all groups.
    public long arrays() {
        return Arrays.stream(crossbars).asLongStream().sum();
    }
}
