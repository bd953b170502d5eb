package pim.syntax;

/// How a module is written.
///
/// @param generic         every operation in its generic form
/// @param locations       `loc(...)` behind operations and block arguments
/// @param elideElements   elements of more than so many are left out; negative: none
/// @param elideResources  resources of more than so many characters are left out; negative: none
public record PrintOptions(boolean generic, boolean locations, long elideElements, long elideResources) {
    public static final PrintOptions CUSTOM = new PrintOptions(false, false, -1, -1);
    public static final PrintOptions GENERIC = new PrintOptions(true, false, -1, -1);

    public PrintOptions withGeneric(boolean on) {
        return new PrintOptions(on, locations, elideElements, elideResources);
    }

    public PrintOptions withLocations(boolean on) {
        return new PrintOptions(generic, on, elideElements, elideResources);
    }
}
