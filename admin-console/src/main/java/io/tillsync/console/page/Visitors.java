package io.tillsync.console.page;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who looks at what this thread makes. */
public final class Visitors {

    private Visitors() {}

    /** Empty for somebody unknown, who sees but the first pages. */
    public static Optional<Visitor> current() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getPrincipal)
                .filter(Visitor.class::isInstance)
                .map(Visitor.class::cast);
    }
}
