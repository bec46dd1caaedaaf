package io.tillsync.core.type;

import io.tillsync.core.type.Kind.Refused;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers as they are kept: decimal, without trailing zeros, of at most 12 digits before the point. */
final class Numbers {

    private static final int MAX_WHOLE_DIGITS = 12;

    private Numbers() {}

    /** Looks at the size before anything else: {@code 1e999999999} must not be written out. */
    static BigDecimal decimal(String field, Object raw, int decimals) throws Refused {
        BigDecimal number =
                switch (raw) {
                    case BigDecimal decimal -> decimal;
                    case BigInteger whole -> new BigDecimal(whole);
                    case Long whole -> BigDecimal.valueOf(whole);
                    case Integer whole -> BigDecimal.valueOf(whole);
                    default -> throw new Refused(FieldError.wrongType(field, "a number"));
                };
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        if ((long) number.precision() - number.scale() > MAX_WHOLE_DIGITS) {
            throw new Refused(FieldError.outOfRange(field, "less than 1 000 000 000 000"));
        }
        if (number.scale() > 1000 || number.stripTrailingZeros().scale() > decimals) {
            throw new Refused(new FieldError(
                    field,
                    "too-many-decimals",
                    decimals == 0 ? "must be a whole number" : "must have at most " + decimals + " decimals"));
        }
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
