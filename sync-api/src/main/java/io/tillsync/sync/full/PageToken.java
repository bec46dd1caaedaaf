package io.tillsync.sync.full;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.SyncToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Where the next page of a first load begins. Opaque on the wire, with a checksum, so that a token cut short is not taken for another.
 *
 * @param start the smallest heads at which pages were read so far: where the client follows from after the last page
 * @param only the types asked for; empty for all
 * @param type the type whose entities come next
 * @param afterId the last id of that type that was given; empty where none was
 */
record PageToken(SyncToken start, List<String> only, String type, String afterId) {

    private static final String SEPARATOR = "|";

    String encoded() {
        String text = String.join(SEPARATOR, start.encoded(), String.join(",", only), type, afterId);
        String checked = text + SEPARATOR + checksum(text);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(checked.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a token of these logs; empty for what is none. */
    static Optional<PageToken> parse(List<LogId> logs, String encoded) {
        try {
            String checked = new String(Base64.getUrlDecoder().decode(encoded), StandardCharsets.UTF_8);
            int end = checked.lastIndexOf(SEPARATOR);
            List<String> parts = List.of(checked.split("\\|", -1));
            if (parts.size() != 5 || !checksum(checked.substring(0, end)).equals(parts.getLast())) {
                return Optional.empty();
            }
            List<String> only =
                    parts.get(1).isEmpty() ? List.of() : List.of(parts.get(1).split(",", -1));
            return SyncToken.parse(logs, parts.getFirst())
                    .map(start -> new PageToken(start, only, parts.get(2), parts.get(3)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The same position, following from the smaller of two heads of each log. */
    static SyncToken earlier(SyncToken one, SyncToken other) {
        return new SyncToken(IntStream.range(0, one.parts().size())
                .mapToObj(i -> earlier(one.parts().get(i), other.parts().get(i)))
                .toList());
    }

    private static Cursor earlier(Cursor one, Cursor other) {
        return other.seq().isAfter(one.seq()) ? one : other;
    }

    private static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }
}
