package io.tillsync.core.type;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What values a field takes: how one is read from a request, and what it is refused for. */
public sealed interface Kind {

    /**
     * Reads a value as it came in a request (text, number, boolean, list or map).
     *
     * @return the value as it is kept
     * @throws Refused saying why it cannot be kept
     */
    Object read(String field, Object raw, Rules rules) throws Refused;

    /** A value that a kind does not take. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final transient FieldError error;

        Refused(FieldError error) {
            super(error.message(), null, false, false);
            this.error = error;
        }

        public FieldError error() {
            return error;
        }
    }

    /**
     * Text of at most {@code max} Unicode characters, not blank.
     *
     * @param lines whether line breaks and tabs are allowed
     */
    record Text(int max, boolean lines) implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            if (!(raw instanceof String text)) {
                throw new Refused(FieldError.wrongType(field, "a text"));
            }
            @Nullable FieldError error = Texts.fault(field, text, max, lines);
            if (error != null) {
                throw new Refused(error);
            }
            return text;
        }
    }

    /** An amount in the business's currency, not negative. */
    record Money() implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            BigDecimal amount = Numbers.decimal(field, raw, rules.moneyDecimals());
            if (amount.signum() < 0) {
                throw new Refused(FieldError.outOfRange(field, "0 or more"));
            }
            return amount;
        }
    }

    /**
     * A number with at most {@code decimals} decimals.
     *
     * @param sign which signs are allowed
     */
    record Decimal(int decimals, Sign sign) implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            BigDecimal number = Numbers.decimal(field, raw, decimals);
            if (!sign.allows(number.signum())) {
                throw new Refused(FieldError.outOfRange(field, sign.words()));
            }
            return number;
        }
    }

    /** A whole number within bounds, both included. */
    record Whole(long min, long max) implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            BigInteger number = Numbers.decimal(field, raw, 0).toBigInteger();
            if (number.compareTo(BigInteger.valueOf(min)) < 0 || number.compareTo(BigInteger.valueOf(max)) > 0) {
                throw new Refused(FieldError.outOfRange(field, min + " to " + max));
            }
            return number.longValue();
        }
    }

    /** True or false. */
    record Flag() implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            if (raw instanceof Boolean) {
                return raw;
            }
            throw new Refused(FieldError.wrongType(field, "true or false"));
        }
    }

    /** One of some names. */
    record Choice(List<String> values) implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            if (raw instanceof String text && values.contains(text)) {
                return text;
            }
            throw new Refused(FieldError.invalid(field, "must be one of " + String.join(", ", values)));
        }
    }

    /** The id of an entity of another type, or of the same one; several of them where {@code many}. */
    record Reference(String type, boolean many) implements Kind {
        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            if (!many) {
                return id(field, raw);
            }
            if (!(raw instanceof List<?> list)) {
                throw new Refused(FieldError.wrongType(field, "a list of ids"));
            }
            java.util.Set<Object> ids = new java.util.LinkedHashSet<>();
            for (Object element : list) {
                ids.add(id(field, element == null ? "" : element));
            }
            return List.copyOf(ids);
        }

        private static Object id(String field, Object raw) throws Refused {
            if (raw instanceof String id && EntityId.isValid(id)) {
                return id;
            }
            throw new Refused(FieldError.wrongType(field, "the id of an entity (" + EntityId.RULE + ")"));
        }
    }

    /**
     * Any JSON value of at most {@code maxLength} characters. It is kept as its text: what a database allows in names, numbers and depth
     * does not matter to it.
     */
    record Json(int maxLength) implements Kind {
        private static final JsonMapper MAPPER = new JsonMapper();

        @Override
        public Object read(String field, Object raw, Rules rules) throws Refused {
            String text = text(field, raw);
            if (text.length() > maxLength) {
                throw new Refused(FieldError.invalid(field, "must have at most " + maxLength + " characters as JSON"));
            }
            if (Texts.hasLoneSurrogate(text)) {
                throw new Refused(FieldError.invalid(field, "must consist of Unicode characters (RFC 8259 §8.2)"));
            }
            return text;
        }

        private static String text(String field, Object raw) throws Refused {
            try {
                return MAPPER.writeValueAsString(raw);
            } catch (JacksonException e) {
                throw new Refused(FieldError.invalid(field, "is nested too deeply"));
            }
        }
    }

    /** Which signs a number may have. */
    enum Sign {
        ANY("a number"),
        NOT_NEGATIVE("0 or more"),
        POSITIVE("more than 0"),
        NOT_ZERO("other than 0");

        private final String words;

        Sign(String words) {
            this.words = words;
        }

        boolean allows(int signum) {
            return switch (this) {
                case ANY -> true;
                case NOT_NEGATIVE -> signum >= 0;
                case POSITIVE -> signum > 0;
                case NOT_ZERO -> signum != 0;
            };
        }

        String words() {
            return words;
        }
    }
}
