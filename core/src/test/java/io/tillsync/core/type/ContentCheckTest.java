package io.tillsync.core.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.Kind.Sign;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentCheckTest {

    private static final EntityType THINGS = EntityType.named("things", "thing", Level.BUSINESS)
            .fields(
                    Field.text("name", 5).required(),
                    Field.longText("note", 10),
                    Field.money("price"),
                    Field.quantity("quantity", Sign.ANY),
                    Field.decimal("factor", 6, Sign.POSITIVE),
                    Field.whole("position", 0, 100),
                    Field.flag("open").orElse(true),
                    Field.choice("size", List.of("S", "M")),
                    Field.reference("parentId", "things"),
                    Field.references("others", "things"),
                    Field.json("value", 200))
            .staleAfter(Duration.ofMinutes(1))
            .build();
    private static final Rules EUROS = new Rules(2);

    private static ContentCheck check(String field, Object value) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("name", "n");
        fields.put(field, value);
        return ContentCheck.full(THINGS, fields, EUROS);
    }

    private static String code(String field, Object value) {
        List<FieldError> errors = check(field, value).errors();
        return errors.isEmpty() ? "" : errors.getFirst().code();
    }

    private static Object kept(String field, Object value) {
        ContentCheck check = check(field, value);
        assertThat(check.errors()).isEmpty();
        return check.content().get(field);
    }

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "1e2, 100",
        "0.00, 0",
        "-0, 0",
        "0e999999999, 0",
        "999999999999.99, 999999999999.99",
        "1.2e1, 12"
    })
    void keepsMoneyWithoutTrailingZeros(String given, String kept) {
        assertThat(kept("price", new BigDecimal(given))).isEqualTo(new BigDecimal(kept));
    }

    @ParameterizedTest
    @CsvSource({
        "1e400, out-of-range",
        "1e999999999, out-of-range",
        "-1e2147483646, out-of-range",
        "1e12, out-of-range",
        "-0.01, out-of-range",
        "0.001, too-many-decimals",
        "1e-999999999, too-many-decimals",
        "1e-2147483646, too-many-decimals"
    })
    void refusesMoneyThatIsTooLargeTooFineOrNegative(String given, String code) {
        assertThat(code("price", new BigDecimal(given))).isEqualTo(code);
    }

    @Test
    void takesWholeNumbersOfEverySize() {
        assertThat(kept("quantity", 5)).isEqualTo(new BigDecimal(5));
        assertThat(kept("quantity", -5L)).isEqualTo(new BigDecimal(-5));
        assertThat(kept("quantity", new BigInteger("7"))).isEqualTo(new BigDecimal(7));
        assertThat(code("quantity", BigInteger.TEN.pow(900))).isEqualTo("out-of-range");
        assertThat(code("quantity", Long.MIN_VALUE)).isEqualTo("out-of-range");
        assertThat(kept("position", new BigDecimal("1e1"))).isEqualTo(10L);
        assertThat(code("position", new BigDecimal("1.5"))).isEqualTo("too-many-decimals");
        assertThat(code("position", 101)).isEqualTo("out-of-range");
        assertThat(code("position", -1)).isEqualTo("out-of-range");
        assertThat(code("factor", 0)).isEqualTo("out-of-range");
    }

    @Test
    void takesNoBinaryFloatingPointAndNoNumbersAsText() {
        assertThat(code("price", 1.5)).isEqualTo("wrong-type");
        assertThat(code("price", Double.NaN)).isEqualTo("wrong-type");
        assertThat(code("price", "1.50")).isEqualTo("wrong-type");
        assertThat(code("price", true)).isEqualTo("wrong-type");
        assertThat(code("price", List.of())).isEqualTo("wrong-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\nb", "\u0007", "\u0085", "\ud800", "a\udc00", "\udc00\ud800", "\u001b[0m"})
    void refusesCharactersThatNoNameHas(String text) {
        assertThat(code("name", text)).isEqualTo("invalid-characters");
    }

    @Test
    void longTextsHaveLinesButNoOtherControls() {
        assertThat(kept("note", "a\r\n\tb")).isEqualTo("a\r\n\tb");
        assertThat(code("note", "a\u0000b")).isEqualTo("invalid-characters");
        assertThat(code("note", "a\u000bb")).isEqualTo("invalid-characters");
    }

    @Test
    void countsCharactersNotTheirHalves() {
        assertThat(kept("name", "🍺".repeat(5))).isEqualTo("🍺".repeat(5));
        assertThat(code("name", "🍺".repeat(6))).isEqualTo("too-long");
        assertThat(code("name", "   ")).isEqualTo("blank");
        assertThat(code("name", "")).isEqualTo("blank");
        assertThat(code("name", 5)).isEqualTo("wrong-type");
    }

    @Test
    void takesIdsFlagsAndChoices() {
        assertThat(code("parentId", "a/b")).isEqualTo("wrong-type");
        assertThat(code("parentId", "x".repeat(65))).isEqualTo("wrong-type");
        assertThat(kept("others", List.of("a", "b", "a"))).isEqualTo(List.of("a", "b"));
        assertThat(code("others", Arrays.asList("a", null))).isEqualTo("wrong-type");
        assertThat(code("others", "a")).isEqualTo("wrong-type");
        assertThat(code("open", "true")).isEqualTo("wrong-type");
        assertThat(code("size", "L")).isEqualTo("invalid-value");
        assertThat(kept("open", null)).isEqualTo(true);
    }

    @Test
    void keepsAnyJsonAsItsText() {
        Map<String, Object> value = new HashMap<>();
        value.put("$set", Map.of("a.b", 1));
        value.put("nul\u0000", null);

        assertThat((String) kept("value", value)).contains("\"$set\":{\"a.b\":1}", "\"nul\\u0000\":null");
        assertThat(kept("value", "text")).isEqualTo("\"text\"");
        assertThat(kept("value", List.of(1, false))).isEqualTo("[1,false]");
        assertThat(kept("value", new BigDecimal("1E+400"))).isEqualTo("1E+400");
        assertThat(kept("value", new BigDecimal("0.10"))).isEqualTo("0.10");
        assertThat(code("value", "x".repeat(199))).isEqualTo("invalid-value");
    }

    @Test
    void refusesJsonThatNoEncodingKeepsOrThatIsTooDeep() {
        assertThat(code("value", Map.of("half", "\ud83c"))).isEqualTo("invalid-value");
        assertThat(code("value", Map.of("\udf7a", 1))).isEqualTo("invalid-value");
        Object deep = "bottom";
        for (int i = 0; i < 5_000; i++) {
            deep = i % 2 == 0 ? List.of(deep) : Map.of("k", deep);
        }
        assertThat(code("value", deep)).isEqualTo("invalid-value");
    }

    @Test
    void tellsAllThatIsWrong() {
        ContentCheck check =
                ContentCheck.full(THINGS, Map.of("price", -1, "open", 1, "nmae", "x", "note", " ", "id", 5), EUROS);

        assertThat(check.errors())
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("name", "price", "open", "nmae", "note");
    }

    @Test
    void aWrongRequiredFieldIsToldOnce() {
        assertThat(ContentCheck.full(THINGS, Map.of("name", 5), EUROS).errors())
                .extracting(FieldError::code)
                .containsExactly("wrong-type");
        assertThat(ContentCheck.patched(THINGS, new Document("name", "n"), patch("name", null), EUROS)
                        .errors())
                .extracting(FieldError::code)
                .containsExactly("required");
    }

    @Test
    void aPatchLeavesWhatItDoesNotName() {
        Document before = new Document("name", "n").append("open", false).append("ofANewerProcess", 7L);

        ContentCheck check = ContentCheck.patched(THINGS, before, patch("open", null, "size", "S"), EUROS);

        assertThat(check.content())
                .isEqualTo(new Document("name", "n")
                        .append("open", true)
                        .append("size", "S")
                        .append("ofANewerProcess", 7L));
        assertThat(before).containsEntry("open", false);
    }

    /** RFC 7396, Appendix A, where the target is an object or the patch is one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":\"b\"}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"b\"}|{\"b\":\"c\"}|{\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"}|{\"a\":null}|{}",
                "{\"a\":\"b\",\"b\":\"c\"}|{\"a\":null}|{\"b\":\"c\"}",
                "{\"a\":[\"b\"]}|{\"a\":\"c\"}|{\"a\":\"c\"}",
                "{\"a\":\"c\"}|{\"a\":[\"b\"]}|{\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}}|{\"a\":{\"b\":\"d\",\"c\":null}}|{\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]}|{\"a\":[1]}|{\"a\":[1]}",
                "[\"a\",\"b\"]|[\"c\",\"d\"]|[\"c\",\"d\"]",
                "{\"a\":\"b\"}|[\"c\"]|[\"c\"]",
                "{\"a\":\"foo\"}|\"bar\"|\"bar\"",
                "{\"e\":null}|{\"a\":1}|{\"e\":null,\"a\":1}",
                "[1,2]|{\"a\":\"b\",\"c\":null}|{\"a\":\"b\"}",
                "{}|{\"a\":{\"bb\":{\"ccc\":null}}}|{\"a\":{\"bb\":{}}}",
                "{\"n\":1.10,\"big\":1E+400,\"long\":12345678901234567890.123456789012345678}|{\"a\":1}"
                        + "|{\"n\":1.10,\"big\":1E+400,\"long\":12345678901234567890.123456789012345678,\"a\":1}"
            })
    void mergesPatchesInsideJson(String target, String patch, String result) {
        Document before = new Document("name", "n").append("value", target);
        Object value = tools.jackson.databind.json.JsonMapper.shared().readValue(patch, Object.class);

        assertThat(ContentCheck.patched(THINGS, before, patch("value", value), EUROS)
                        .content()
                        .get("value"))
                .isEqualTo(result);
    }

    private static Map<String, Object> patch(Object... fields) {
        Map<String, Object> patch = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            patch.put((String) fields[i], fields[i + 1]);
        }
        return patch;
    }

    @Test
    void valuesThatAreTheSameToReadersAreTheSame() {
        assertThat(Field.same(new BigDecimal("1.50"), new BigDecimal("1.5"))).isTrue();
        assertThat(Field.same(new ArrayList<>(List.of("a")), List.of("a"))).isTrue();
        assertThat(Field.same(1L, new BigDecimal("1"))).isFalse();
    }
}
