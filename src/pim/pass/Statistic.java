package pim.pass;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/// Something that a pass counts. A pass declares each as a constant of its record and adds to it with [PassContext#count]:
/// ```java
/// private static final Statistic ERASED = new Statistic("num-dce'd", "Number of operations DCE'd");
/// ```
public record Statistic(String name, String description) {
    /// All that `pass` declares, by name.
    static List<Statistic> of(Pass pass) {
        return Arrays.stream(pass.getClass().getDeclaredFields())
            .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == Statistic.class)
            .map(field -> {
                try {
                    field.setAccessible(true);
                    return (Statistic) field.get(null);
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("the statistic '" + field.getName() + "' of " + pass.getClass() + " cannot be read", e);
                }
            }).sorted((a, b) -> a.name().compareTo(b.name())).toList();
    }
}
