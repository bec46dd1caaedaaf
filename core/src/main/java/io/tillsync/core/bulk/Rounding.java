package io.tillsync.core.bulk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How amounts are rounded: to the nearest multiple of a step, half up, and then as much below it as amounts are to end short of one.
 *
 * @param step more than 0
 * @param below 0, or for amounts such as 4.99 what they lack
 */
public record Rounding(BigDecimal step, BigDecimal below) {

    private static final List<Integer> STEPS = List.of(1, 5, 10, 50, 100);
    private static final int WHOLE = 100;

    public Rounding {
        if (step.signum() <= 0 || below.signum() < 0) {
            throw new IllegalArgumentException("Not a rounding: " + step + ", " + below);
        }
    }

    /** Those that make sense for a currency with so many decimals; the first only rounds to what there are coins for. */
    public static List<Rounding> of(int decimals) {
        List<Rounding> roundings = new ArrayList<>();
        STEPS.forEach(units -> roundings.add(new Rounding(BigDecimal.valueOf(units, decimals), BigDecimal.ZERO)));
        BigDecimal whole = BigDecimal.valueOf(WHOLE, decimals);
        roundings.add(new Rounding(whole, BigDecimal.valueOf(1, decimals)));
        roundings.add(new Rounding(whole, BigDecimal.valueOf(5, decimals)));
        return List.copyOf(roundings);
    }

    /** The one that {@link #name} names, of those. */
    public static Optional<Rounding> named(String name, int decimals) {
        return of(decimals).stream()
                .filter(rounding -> rounding.name().equals(name))
                .findFirst();
    }

    public String name() {
        return step.toPlainString() + "-" + below.toPlainString();
    }

    /** Nothing above 0 is rounded to less than the smallest amount of this kind. */
    public BigDecimal round(BigDecimal amount) {
        BigDecimal steps = amount.add(below).divide(step, 0, RoundingMode.HALF_UP);
        boolean isTooSmall = steps.signum() == 0 && amount.signum() > 0;
        BigDecimal rounded = (isTooSmall ? BigDecimal.ONE : steps).multiply(step);
        return rounded.signum() > 0 ? rounded.subtract(below) : rounded;
    }
}
