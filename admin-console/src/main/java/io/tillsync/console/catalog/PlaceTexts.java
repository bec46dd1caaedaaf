package io.tillsync.console.catalog;

import io.tillsync.core.read.Entities.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

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
                            : Place.read(request.sortField(), text.substring(end + 1), text.substring(0, end)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
