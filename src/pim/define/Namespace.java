package pim.define;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The namespace of a dialect, on the sealed interface that all its ops implement.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Namespace {
    String value();

    /// Whether the generic form of its ops shows the attributes of their definitions as properties, `<{...}>`, as it does for dialects that are
    /// MLIR's own too. Those of other dialects stand in `{...}`, which is what `mlir-opt` accepts for a dialect that it knows by its definition in
    /// IRDL.
    boolean properties() default false;
}
