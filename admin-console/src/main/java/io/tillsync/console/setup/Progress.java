package io.tillsync.console.setup;

import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Business;
import java.util.List;
import java.util.Optional;

/**
 * How far the set-up of a business is, as what is there shows it: it can be left at any time, and gone on with by somebody else.
 *
 * @param place the first store
 * @param till the first one that was not revoked
 */
public record Progress(
        Optional<Business> business,
        Optional<Place> place,
        boolean hasUser,
        boolean isUserSkipped,
        Optional<Till> till) {

    private static final List<String> STEPS = List.of("business", "store", "user", "terminal");

    /** What is asked next; {@code code} where all is there and the till can be connected. */
    public String step() {
        if (business.isEmpty()) {
            return "business";
        }
        if (place.isEmpty()) {
            return "store";
        }
        if (!hasUser && !isUserSkipped && till.isEmpty()) {
            return "user";
        }
        return till.isEmpty() ? "terminal" : "code";
    }

    public List<String> steps() {
        return STEPS;
    }

    public boolean isCurrent(String step) {
        return step.equals(step()) || (step.equals("terminal") && step().equals("code"));
    }

    public boolean isDone(String step) {
        return switch (step) {
            case "business" -> business.isPresent();
            case "store" -> place.isPresent();
            case "user" -> hasUser;
            default -> till.filter(one -> one.state().isEnrolled()).isPresent();
        };
    }

    public String businessId() {
        return business.map(Business::id).orElse("");
    }
}
