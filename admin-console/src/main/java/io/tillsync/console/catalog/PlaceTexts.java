package io.tillsync.console.catalog;

import io.tillsync.core.read.Entities.Place;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Where the next rows of a list begin, as it stands in an address. */
final class PlaceTexts {

    private static final char VALUE = '=';

    private PlaceTexts() {}

    static String address(ListRequest request, String path, Place place) {
        String text = place.value() == null ? place.id() : place.id() + VALUE + place.value();
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        String address = request.address(path);
        return address + (address.contains("?") ? '&' : '?') + "cursor=" + cursor;
    }

    /** Empty for what was not made by a list in this order: it then begins anew. */
    static Optional<Place> parse(ListRequest request, String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int end = text.indexOf(VALUE);
            return Optional.of(
                    end < 0
                            ? new Place(null, text)
                            : new Place(value(request.sortField(), text.substring(end + 1)), text.substring(0, end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Object value(Optional<Field> sort, String text) {
        return switch (sort.map(Field::kind).orElseThrow(IllegalArgumentException::new)) {
            case Kind.Money money -> number(text);
            case Kind.Decimal decimal -> number(text);
            case Kind.Whole whole -> Long.valueOf(text);
            default -> text;
        };
    }

    private static BigDecimal number(String text) {
        return new Decimal128(new BigDecimal(text)).bigDecimalValue();
    }
}
