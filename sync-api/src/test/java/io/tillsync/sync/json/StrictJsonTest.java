package io.tillsync.sync.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.sync.problem.ProblemException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

class StrictJsonTest {
    @Test
    void keepsDecimalsExactly() {
        var object = read("{\"price\": 0.10, \"large\": 123456789012345678901234567890, \"huge\": 1e400, \"n\": 3}");

        assertThat(object.get("price").decimalValue()).isEqualTo(new BigDecimal("0.10"));
        assertThat(object.get("large").bigIntegerValue()).isEqualTo(new BigInteger("123456789012345678901234567890"));
        assertThat(object.get("huge").decimalValue()).isEqualTo(new BigDecimal("1e400"));
        assertThat(object.get("n").isIntegralNumber()).isTrue();
    }

    @Test
    void leavesControlCharactersToTheFields() {
        assertThat(read("{\"name\": \"a\\u0000b\\u0007\"}").get("name").stringValue())
                .isEqualTo("a\u0000b\u0007");
    }

    @Test
    void bearsAByteOrderMark() {
        assertThat(read("\uFEFF{\"a\": 1}").get("a").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "{\"a\":",
                "{\"a\": 1",
                "[]",
                "1",
                "null",
                "\"a\"",
                "{} {}",
                "{} x",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "{\"a\": NaN}",
                "{\"a\": Infinity}",
                "{\"a\": -Infinity}",
                "{\"a\": +1}",
                "{\"a\": 01}",
                "{\"a\": .5}",
                "{\"a\": 1.}",
                "{\"a\": 1,}",
                "{'a': 1}",
                "{a: 1}",
                "{\"a\": 1} // c",
                "/* c */ {}",
                "# c\n{}",
                "{\"a\": \"\t\"}",
                "{\"a\": \"\\x\"}",
                "{\"a\": undefined}",
                "{\"a\": \"\\ud800\"}",
                "{\"\\udc00\": 1}",
                "{\"a\": 1e1000000000}",
                "{\"a\": 1e-1000000000}",
                "{\"a\": 1e99999999999999}",
                "{\"a\": 0e1000000000}",
                "{\"a\": 1e2147483647}",
                "{\"a\": 1e-2147483648}"
            })
    void refusesWhatIsNotExactlyOneObject(String text) {
        assertThatThrownBy(() -> read(text)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(400);
            assertThat(refusal.problem().code().code()).isEqualTo("malformed-request");
            assertThat(refusal.problem().detail()).doesNotContain("JsonReadFeature", "Jackson", "Source");
        });
    }

    @Test
    void refusesAbsurdNumbersNamesAndDepths() {
        assertRefused("{\"a\": " + "1".repeat(101) + "}", "digits");
        assertRefused("{\"a\": 0." + "1".repeat(1_000_000) + "}", "digits");
        assertRefused("{\"" + "n".repeat(2000) + "\": 1}", "name");
        assertRefused("{\"a\": " + "[".repeat(50) + "]".repeat(50) + "}", "nested");
        assertRefused("{\"a\":".repeat(100_000), "nested");
        assertThat(read("{\"a\": " + "[".repeat(49) + "]".repeat(49) + "}")).isNotNull();
    }

    @Test
    void refusesInvalidUtf8() {
        for (byte[] wrong : new byte[][] {
            {(byte) 0xff}, {(byte) 0xc3}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}
        }) {
            var body = ("{\"a\": \"" + new String(wrong, StandardCharsets.ISO_8859_1) + "\"}")
                    .getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> new StrictJson().readObject(body)).hasMessageContaining("UTF-8");
        }
        assertThatThrownBy(() -> new StrictJson().readObject("{}".getBytes(StandardCharsets.UTF_16)))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void saysWhere() {
        assertRefused("{\"a\": 1,\n \"b\": x}", "line 2, column 7");
        assertRefused("{\"a\": 1,\n \"a\": 2}", "same name twice, at line 2");
        assertRefused("{\"a\": 1,\n\"b\": [", "ends too early, at line 2");
    }

    private static void assertRefused(String text, String because) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(because);
    }

    private static ObjectNode read(String text) {
        return new StrictJson().readObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
