package io.tillsync.sync.openapi;

import io.tillsync.sync.problem.ProblemCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts the call that a controller's method answers into the OpenAPI document, and says of it what the mapping and the signature do not.
 * A method without it is left out, which a test refuses.
 *
 * <p>In texts, {@code {type}} and {@code {types}} stand for the entity type that the path names; in the id, {@code Entity} and
 * {@code Entities} do.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ApiCall {

    /** The operation's id, by which generated clients name a method. */
    String id();

    /** In a few words, as a sentence without its full stop. */
    String summary();

    String description() default "";

    Trait[] traits() default {};

    /** The statuses of success. */
    int[] answers() default 200;

    /** The record that the answer is, where the method does not return it. */
    Class<?> answer() default void.class;

    /** The media type of the answer. */
    String produces() default "application/json";

    Sends sends() default Sends.NOTHING;

    /** Of a body that holds fields of the path's entity type: which ones, where not all; a name with {@code ?} may be left out. */
    String[] fields() default {};

    /** Of a body of its own: the record that describes it. */
    Class<?> form() default void.class;

    ApiParameter[] parameters() default {};

    /** The refusals that do not follow from everything else. */
    ProblemCode[] refusals() default {};
}
