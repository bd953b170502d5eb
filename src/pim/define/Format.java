package pim.define;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import pim.define.format.CustomPart;

/// The custom assembly format of an op, in the language of MLIR's `assemblyFormat`; see [pim.define.format]. An op without one has the generic form
/// only.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Format {
    String value();

    /// The classes behind the `custom<Name>(...)` of the format, by their simple names.
    Class<? extends CustomPart>[] parts() default {};
}
