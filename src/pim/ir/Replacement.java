package pim.ir;

import java.util.List;

/// What takes the place of the results of an operation: one value, or as many as it has results.
public sealed interface Replacement permits Value, Replacement.Several {
    /// In place of an operation without results that is to go.
    Replacement NOTHING = new Several(List.of());

    List<Value> values();

    static Replacement of(List<Value> values) {
        return new Several(List.copyOf(values));
    }

    record Several(List<Value> values) implements Replacement {}
}
