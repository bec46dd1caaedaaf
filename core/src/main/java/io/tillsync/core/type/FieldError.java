package io.tillsync.core.type;

/**
 * What is wrong with one field of a request.
 *
 * @param code stable, for programs
 * @param message for people: what is wrong and what is allowed
 */
public record FieldError(String field, String code, String message) {

    public static FieldError required(String field) {
        return new FieldError(field, "required", "is required");
    }

    public static FieldError wrongType(String field, String expected) {
        return new FieldError(field, "wrong-type", "must be " + expected);
    }

    static FieldError outOfRange(String field, String allowed) {
        return new FieldError(field, "out-of-range", "must be " + allowed);
    }

    public static FieldError unknownField(String field, String type) {
        return new FieldError(
                field, "unknown-field", "is no field of " + type + "; check its spelling or leave it out");
    }

    public static FieldError unknownReference(String field, String type, String id) {
        return new FieldError(field, "unknown-reference", "there is no entity " + id + " in " + type);
    }

    public static FieldError cycle(String field) {
        return new FieldError(field, "cycle", "leads back to the entity itself");
    }

    public static FieldError invalid(String field, String message) {
        return new FieldError(field, "invalid-value", message);
    }
}
