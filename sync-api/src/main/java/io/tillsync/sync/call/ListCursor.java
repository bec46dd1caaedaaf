package io.tillsync.sync.call;

import io.tillsync.core.read.Entities.Place;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.Field;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the next page of a list begins, as clients carry it: opaque, and good only for the order it was made for. */
public final class ListCursor {

    private static final JsonMapper JSON = new JsonMapper();

    private ListCursor() {}

    /** The form inside: the order, the id, and the value sorted by, if any, as text. */
    private record Form(String order, String id, @Nullable String value) {}

    public static String encode(Query query, Place place) {
        Form form = new Form(
                order(query),
                place.id(),
                place.value() == null ? null : place.value().toString());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(form));
    }

    public static Optional<Place> of(HttpServletRequest request, Query query) {
        return ReadParameters.text(request, "cursor").map(given -> {
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(given.getBytes(StandardCharsets.US_ASCII));
                JsonNode form = JSON.readTree(bytes);
                if (form.path("order").asString("").equals(order(query))
                        && form.path("id").isString()) {
                    return Place.read(
                            query.sort(),
                            form.path("value").asString(null),
                            form.path("id").stringValue());
                }
            } catch (IllegalArgumentException | JacksonException e) {
                // told below
            }
            throw Problem.ofParameter(
                            "cursor",
                            "invalid-value",
                            "is not from a page of this list in this order; begin without one")
                    .toException();
        });
    }

    private static String order(Query query) {
        return (query.descending() ? "-" : "") + query.sort().map(Field::name).orElse("id");
    }
}
