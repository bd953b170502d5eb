package pim.syntax;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import pim.ir.AsmWriter;

/// How a module is written.
///
/// @param flags          what is done; the rest is not
/// @param hexIfLarger    elements of more than so many are written as the digits of their bytes; [AsmWriter#NEVER_HEX]: none
/// @param elideElements  elements of more than so many are left out; negative: none
/// @param elideResources resources of more than so many characters are left out; negative: none
public record PrintOptions(Set<Flag> flags, long hexIfLarger, long elideElements, long elideResources) {
    public enum Flag {
        /// Every operation has its generic form.
        GENERIC,
        /// `loc(...)` stands behind operations and block arguments.
        LOCATIONS,
        /// No aliases and no resources: all stands in the operation's own text.
        LOCAL_SCOPE,
        /// No two values have one name, wherever they are.
        UNIQUE_NAMES,
        /// Values are called as their locations say.
        LOCATION_NAMES,
        /// `{...}` stands in place of each region.
        SKIP_REGIONS,
        /// Comments say who uses each value.
        USERS
    }

    public static final PrintOptions CUSTOM = new PrintOptions(Set.of(), AsmWriter.HEX_IF_LARGER, -1, -1);
    public static final PrintOptions GENERIC = CUSTOM.with(Flag.GENERIC);
    private static final long ELIDED_IN_MESSAGES = 16;

    public PrintOptions {
        flags = Set.copyOf(flags);
    }

    public boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /// With the given flags, too.
    public PrintOptions with(Flag... more) {
        var all = new HashSet<>(flags);
        Collections.addAll(all, more);
        return new PrintOptions(all, hexIfLarger, elideElements, elideResources);
    }

    /// As operations are written in messages: in generic form, without aliases and without many elements.
    public PrintOptions inMessages() {
        long most = elideElements < 0 ? ELIDED_IN_MESSAGES : elideElements;
        return new PrintOptions(with(Flag.GENERIC, Flag.LOCAL_SCOPE).flags, hexIfLarger, most, elideResources);
    }
}
