package io.tillsync.sync.json;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One JSON object from bytes (RFC 8259, and I-JSON, RFC 7493, where that is stricter): UTF-8 only, no name twice, nothing
 * after the end, at most 50 levels deep. Decimals become {@link java.math.BigDecimal}, never binary floating point.
 * Anything else is told as {@code malformed-request} with line and column.
 */
public final class StrictJson {
    static final int MAX_DEPTH = 50;
    static final int MAX_NUMBER_LENGTH = 100;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(MAX_NUMBER_LENGTH)
                            .maxNameLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /**
     * The object that the bytes are.
     *
     * @throws ProblemException 400 {@code malformed-request} for anything that is not exactly one object
     */
    public ObjectNode readObject(byte[] body) {
        if (parse(decode(body)) instanceof ObjectNode object) {
            SaneValues.check(object);
            return object;
        }
        throw malformed("The body must be one JSON object.");
    }

    private JsonNode parse(String text) {
        try {
            return json.readTree(text);
        } catch (JacksonException wrong) {
            throw malformed(reason(wrong) + position(wrong));
        } catch (NumberFormatException | ArithmeticException wrong) {
            throw malformed("A number in the body is beyond any range.");
        }
    }

    private static String decode(byte[] body) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            // RFC 8259 §8.1 lets a parser ignore a byte order mark
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException invalid) {
            throw malformed("The body is not valid UTF-8.");
        }
    }

    private static String reason(JacksonException wrong) {
        return switch (wrong) {
            case UnexpectedEndOfInputException early -> "The body ends too early";
            case StreamConstraintsException large ->
                "The body is nested deeper than " + MAX_DEPTH + " levels, or holds a number of more than "
                        + MAX_NUMBER_LENGTH + " digits or a very long name";
            default ->
                wrong.getOriginalMessage().startsWith("Duplicate")
                        ? "An object has the same name twice"
                        : "The body is not valid JSON";
        };
    }

    private static String position(JacksonException wrong) {
        var at = wrong.getLocation();
        return at == null ? "." : ", at line %d, column %d.".formatted(at.getLineNr(), at.getColumnNr());
    }

    static ProblemException malformed(String detail) {
        return Problem.of(ProblemCode.MALFORMED_REQUEST, detail).toException();
    }
}
