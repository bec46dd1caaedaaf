package io.tillsync.sync.openapi;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A query parameter of an {@link ApiCall}: a text, or a whole number where bounds are given. */
@Target({})
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiParameter {

    String name();

    String description();

    boolean required() default false;

    /** A format of OpenAPI's registry, such as {@code date-time}. */
    String format() default "";

    /** Of a whole number: the smallest. */
    int least() default 1;

    /** Of a whole number: the largest. */
    int most() default NO_NUMBER;

    /** Of a whole number: what counts where none is given. */
    int usual() default NO_NUMBER;

    /** What the bounds of a text are. */
    int NO_NUMBER = Integer.MIN_VALUE;
}
