package io.tillsync.sync.auth;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who makes the call that this thread works for. */
public final class Callers {

    private Callers() {}

    public static Caller current() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerToken token) {
            return token.caller();
        }
        throw unknown();
    }

    /** Nobody is known to make the call, or nobody any more. */
    public static RuntimeException unknown() {
        return Problem.of(ProblemCode.UNAUTHENTICATED, "Send a bearer token; log in for one.")
                .toException();
    }
}
