package io.tillsync.sync.openapi;

import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Kind.Sign;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What a declared field looks like as JSON. */
final class FieldSchemas {

    private static final long BEYOND_NUMBERS = 1_000_000_000_000L;

    private FieldSchemas() {}

    static ObjectNode of(Field field) {
        ObjectNode schema = ofKind(field.kind());
        field.fallback().ifPresent(value -> schema.putPOJO("default", value));
        List<String> words = new ArrayList<>();
        words(field.kind(), words);
        field.form().ifPresent(form -> words.add("Must be " + form.words() + "."));
        return Schemas.described(schema, String.join(" ", words));
    }

    private static ObjectNode ofKind(Kind kind) {
        return switch (kind) {
            case Kind.Text text ->
                Schemas.text().put("minLength", 1).put("maxLength", text.max()).put("pattern", "\\S");
            case Kind.Money money -> number(Sign.NOT_NEGATIVE);
            case Kind.Decimal decimal ->
                number(decimal.sign()).put("multipleOf", BigDecimal.ONE.movePointLeft(decimal.decimals()));
            case Kind.Whole whole -> Schemas.whole(whole.min()).put("maximum", whole.max());
            case Kind.Flag flag -> Schemas.of("boolean");
            case Kind.Choice choice -> Schemas.choice(choice.values());
            case Kind.Reference reference ->
                reference.many() ? Schemas.array(Schemas.id()).put("uniqueItems", true) : Schemas.id();
            case Kind.Json json -> Schemas.node();
        };
    }

    private static ObjectNode number(Sign sign) {
        ObjectNode number = Schemas.of("number").put("exclusiveMaximum", BEYOND_NUMBERS);
        return switch (sign) {
            case NOT_NEGATIVE -> number.put("minimum", 0);
            case POSITIVE -> number.put("exclusiveMinimum", 0);
            case ANY -> number.put("exclusiveMinimum", -BEYOND_NUMBERS);
            case NOT_ZERO ->
                number.put("exclusiveMinimum", -BEYOND_NUMBERS)
                        .set("not", Schemas.node().put("const", 0));
        };
    }

    private static void words(Kind kind, List<String> words) {
        switch (kind) {
            case Kind.Money money -> words.add("An amount, with at most the decimals of the business's currency.");
            case Kind.Reference reference ->
                words.add((reference.many() ? "Ids of " : "The id of one of ") + reference.type() + ".");
            case Kind.Json json ->
                words.add("Any JSON value but null, of at most " + json.maxLength() + " characters as JSON.");
            default -> {}
        }
    }
}
