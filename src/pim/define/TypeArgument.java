package pim.define;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;

/// What a component of a record is a list of, or may hold.
public final class TypeArgument {
    private TypeArgument() {}

    /// The first argument of the component's type, or null. Where it is a class, its name is taken from the signature: for the JVM to read that takes
    /// about as long as all else that becomes known of a component.
    public static Type of(RecordComponent component) {
        var signature = component.getGenericSignature();
        if (signature == null) return null;
        int from = signature.indexOf('<') + 2, to = signature.indexOf(';', from);
        boolean isClass = signature.charAt(from - 1) == 'L' && signature.indexOf('<', from) < 0;
        if (!isClass) return component.getGenericType() instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : null;
        var name = signature.substring(from, to).replace('/', '.');
        try {
            return Class.forName(name, false, component.getDeclaringRecord().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new TypeNotPresentException(name, e);
        }
    }
}
