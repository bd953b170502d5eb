package pim.define;

/// Objects of the classes that annotations name.
public final class Instances {
    private Instances() {}

    /// What the constructor without parameters makes, which need not be public.
    ///
    /// @throws IllegalArgumentException if there is none or it fails
    public static <T> T of(Class<T> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " must have a constructor without parameters", e);
        }
    }
}
