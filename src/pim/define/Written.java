package pim.define;

/// Classes without a source that the build writes for a quick start, each beside the class that it says something of.
final class Written {
    private Written() {}

    /// An instance of the class called `name` in `outer`, or null where the build has written none.
    @SuppressWarnings("unchecked")
    static <T> T find(Class<?> outer, String name) {
        try {
            return (T) Class.forName(outer.getName() + "$" + name, true, outer.getClassLoader()).getConstructor().newInstance();
        } catch (ClassNotFoundException e) {
            return null;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
