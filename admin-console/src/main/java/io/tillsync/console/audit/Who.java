package io.tillsync.console.audit;

import io.tillsync.audit.log.Actor;
import io.tillsync.console.page.Formats;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, as shown.
 *
 * @param role absent for the system
 * @param address absent where it is not known, or not the visitor's to see
 * @param id to look for more by; absent for somebody who has not shown who they are
 */
record Who(
        String name,
        String icon,
        @Nullable String role,
        @Nullable String address,
        @Nullable String id) {

    private static final String NOBODY = "?";

    /** A run of zeros, which an IPv6 address is read without (RFC 4291 §2.2). */
    private static final Pattern ZEROS = Pattern.compile("(^|:)0(:0)+(:|$)");

    /** Role and address, as far as they are there. */
    public String details() {
        return Stream.of(Optional.ofNullable(role), Optional.ofNullable(address))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }

    static Who of(Labels labels, Formats show, Actor actor, boolean withAddress) {
        String name = actor.name().isBlank() ? labels.text(show, "audit.nobody") : actor.name();
        return new Who(
                actor.kind() == Actor.Kind.SYSTEM ? labels.text(show, "audit.system") + " (" + name + ")" : name,
                icon(actor.kind()),
                role(labels, show, actor),
                withAddress ? actor.address().map(Who::shortened).orElse(null) : null,
                actor.id().equals(NOBODY) ? null : actor.id());
    }

    private static String shortened(String address) {
        return address.indexOf(':') < 0 ? address : ZEROS.matcher(address).replaceFirst("::");
    }

    private static @Nullable String role(Labels labels, Formats show, Actor actor) {
        Optional<String> role = actor.role();
        return role.isEmpty() ? null : labels.choice(show, "role", role.get());
    }

    private static String icon(Actor.Kind kind) {
        return switch (kind) {
            case USER -> "person";
            case TERMINAL -> "display";
            case SYSTEM -> "gear";
        };
    }
}
