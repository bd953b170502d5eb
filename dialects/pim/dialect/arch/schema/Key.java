package pim.dialect.arch.schema;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where a component of a record stands in a description file, and which values it may have. Reader, writer, error texts and attribute
/// form all come from this.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
    /// The `otherwise` of a key that has to be given.
    String REQUIRED = "(required)";
    /// The largest number where no bound is said.
    double LARGEST = 1e18;

    /// The key, appended letter by letter to the key of the record around it: `chip_config.`, then `global_memory_config.`, then `data_width`, or
    /// `adc_` and then `count`. A `/` in front starts at the root of the file. `xbar_size[1]` is the second element of a list.
    String value();

    /// What the value is, as it reads behind `the`.
    String says() default "";

    String unit() default "";

    /// The least value, unless `positive`.
    double min() default 0;

    double max() default Double.POSITIVE_INFINITY;

    /// The value must be above zero, however little.
    boolean positive() default false;

    /// The value of a key that is not given, as it is written in the file; of a list also `all`, each constant of its enumeration.
    String otherwise() default REQUIRED;
}
