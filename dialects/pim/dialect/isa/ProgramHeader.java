package pim.dialect.isa;

import java.util.SortedMap;

/// What a program says of the machine beside its instructions: `config` of pimsim-nn's JSON.
///
/// @param configuration numbers of the machine by the names that pimsim-nn has for them
/// @param arrayGroups   for each core, in the order of their numbers, how many crossbars each of its array groups has; `mvmul` names a group by its
///                      place there. Those of a core without a program may be there too.
public record ProgramHeader(Configuration configuration, SortedMap<Integer, int[]> arrayGroups) {
    private static final int[] NONE = {};

    /// Crossbars of each array group of the core; none of a core of which nothing is known.
    public int[] arrayGroups(int core) {
        return arrayGroups.getOrDefault(core, NONE);
    }
}
