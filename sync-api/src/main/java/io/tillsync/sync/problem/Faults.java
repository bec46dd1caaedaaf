package io.tillsync.sync.problem;

import io.tillsync.core.trace.RequestIds;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the {@link Problem} for any exception. What is the caller's fault or passes by itself is told and not logged;
 * only what nobody foresaw is logged, under a reference that the caller gets too.
 */
final class Faults {
    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    static Problem problemFor(Throwable fault, String request) {
        return known(fault).orElseGet(() -> unforeseen(fault, request));
    }

    /** What we threw, or the store, is looked for first, since frameworks wrap it in exceptions of their own. */
    private static Optional<Problem> known(Throwable fault) {
        return outermost(fault, Faults::ours)
                .or(() -> outermost(fault, RequestFaults::problemFor))
                .or(() -> outermost(fault, FrameworkFaults::problemFor));
    }

    private static Optional<Problem> outermost(Throwable fault, Function<Throwable, Optional<Problem>> reading) {
        return causes(fault).flatMap(cause -> reading.apply(cause).stream()).findFirst();
    }

    private static Stream<Throwable> causes(Throwable fault) {
        // causes can form a ring
        return Stream.<Throwable>iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(20);
    }

    private static Optional<Problem> ours(Throwable fault) {
        return fault instanceof ProblemException expected
                ? Optional.of(expected.problem())
                : StoreFaults.problemFor(fault);
    }

    private static Problem unforeseen(Throwable fault, String request) {
        String reference = RequestIds.current().orElseGet(() -> RequestIds.of(null));
        log.error("Reference {}: {} failed", reference, request, fault);
        return Problem.of(
                        ProblemCode.INTERNAL_ERROR,
                        "This should not happen. Please report it with the reference " + reference + ".")
                .with("reference", reference);
    }
}
