package pim.syntax;

import pim.ir.AsmWriter;

/// How a module is written.
///
/// @param generic         every operation in its generic form
/// @param locations       `loc(...)` behind operations and block arguments
/// @param localScope      no aliases and no resources: all that stands in the operation's own text
/// @param uniqueNames     no two values have one name, wherever they are
/// @param locationNames   values are called as their locations say
/// @param skipRegions     `{...}` in place of each region
/// @param users           comments that say who uses each value
/// @param hexIfLarger     elements of more than so many are written as the digits of their bytes; [AsmWriter#NEVER_HEX]: none
/// @param elideElements   elements of more than so many are left out; negative: none
/// @param elideResources  resources of more than so many characters are left out; negative: none
public record PrintOptions(boolean generic, boolean locations, boolean localScope, boolean uniqueNames, boolean locationNames,
                           boolean skipRegions, boolean users, long hexIfLarger, long elideElements, long elideResources) {
    private static final long ELIDED_IN_MESSAGES = 16;
    public static final PrintOptions CUSTOM = new PrintOptions(false, false, false, false, false, false, false, AsmWriter.HEX_IF_LARGER, -1, -1);
    public static final PrintOptions GENERIC = CUSTOM.withGeneric(true);

    public PrintOptions withGeneric(boolean on) {
        return new PrintOptions(on, locations, localScope, uniqueNames, locationNames, skipRegions, users, hexIfLarger, elideElements,
            elideResources);
    }

    /// As operations are written in messages: in generic form, without aliases and without many elements.
    public PrintOptions inMessages() {
        return new PrintOptions(true, locations, true, uniqueNames, locationNames, skipRegions, users, hexIfLarger,
            elideElements < 0 ? ELIDED_IN_MESSAGES : elideElements, elideResources);
    }

    public PrintOptions withLocations(boolean on) {
        return new PrintOptions(generic, on, localScope, uniqueNames, locationNames, skipRegions, users, hexIfLarger, elideElements,
            elideResources);
    }
}
