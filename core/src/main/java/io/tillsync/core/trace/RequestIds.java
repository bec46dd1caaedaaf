package io.tillsync.core.trace;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The id of the request that a thread works for: each line that it logs has it, and each commit that it makes. Whoever hands work to another
 * thread hands the id on.
 */
public final class RequestIds {

    /** Its name in the log's context, as the Elastic Common Schema has it. */
    public static final String KEY = "http.request.id";

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestIds() {}

    /** That of the request that this thread works for; empty where it works for none. */
    public static Optional<String> current() {
        return Optional.ofNullable(MDC.get(KEY));
    }

    /** What a caller calls its request, where that can stand in a log as it is; else a new one. */
    public static String of(@Nullable String given) {
        return given != null && FORM.matcher(given).matches() ? given : create();
    }

    private static String create() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Does work for a request; for none where there is no id. */
    public static void run(Optional<String> id, Runnable work) {
        Optional<String> before = current();
        set(id);
        try {
            work.run();
        } finally {
            set(before);
        }
    }

    /** The work, to be done by another thread for the request that this one works for. */
    public static Runnable carried(Runnable work) {
        Optional<String> id = current();
        return () -> run(id, work);
    }

    private static void set(Optional<String> id) {
        id.ifPresentOrElse(present -> MDC.put(KEY, present), () -> MDC.remove(KEY));
    }
}
