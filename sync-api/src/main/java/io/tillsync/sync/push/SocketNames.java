package io.tillsync.sync.push;

import io.tillsync.core.tenancy.Subject;
import java.util.Locale;

/** How subjects are named at sockets: {@code terminal:<id>}. */
final class SocketNames {

    private static final String SEPARATOR = ":";

    private SocketNames() {}

    static String of(Subject subject) {
        return subject.kind().name().toLowerCase(Locale.ROOT) + SEPARATOR + subject.id();
    }

    static Subject subject(String principalId) {
        int separator = principalId.indexOf(SEPARATOR);
        String kind = principalId.substring(0, separator).toUpperCase(Locale.ROOT);
        return new Subject(Subject.Kind.valueOf(kind), principalId.substring(separator + 1));
    }
}
