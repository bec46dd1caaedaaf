package io.tillsync.sync.call;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Sha256;
import io.tillsync.core.type.EntityId;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The {@code Idempotency-Key} of a write: under it the caller can ask again without doing anything twice. Each caller has keys of their
 * own.
 */
public final class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,200}");

    private IdempotencyKeys() {}

    /** What the caller asks for; the server names it where the caller has not. */
    public static Operation operation(HttpServletRequest request, Actor actor, Object body) {
        return of(request)
                .map(key -> new Operation(kind(actor) + ":" + actor.id() + "/" + key, fingerprint(request, body)))
                .orElseGet(() -> new Operation("auto/" + EntityId.create().value(), "none"));
    }

    /** The key that the caller gave. */
    public static Optional<String> of(HttpServletRequest request) {
        Optional<String> key = Optional.ofNullable(request.getHeader(HEADER));
        if (key.filter(value -> !FORM.matcher(value).matches()).isPresent()) {
            throw Problem.ofParameter(HEADER, "invalid-value", "must have 1 to 200 visible ASCII characters")
                    .toException();
        }
        return key;
    }

    private static String kind(Actor actor) {
        return actor.kind().name().toLowerCase(Locale.ROOT);
    }

    private static String fingerprint(HttpServletRequest request, Object body) {
        String asked = String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                Optional.ofNullable(request.getHeader("If-Match")).orElse(""),
                body.toString());
        return HexFormat.of().formatHex(Sha256.of(asked.getBytes(StandardCharsets.UTF_8)));
    }
}
