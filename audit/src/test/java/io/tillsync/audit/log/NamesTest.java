package io.tillsync.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "business:", "business:a/b", "Business:a", "business:ä", "business:a\n", ":a"})
    void refusesWhatIsNoLogId(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new LogId(value));
    }

    @Test
    void noKeyOfALogLiesInTheRangeOfAnother() {
        LogId log = LogId.of("business", "acme");
        for (String other : new String[] {"acme-", "acme0", "acme_", "acmeA", "acm", "acme-0"}) {
            String key = LogId.of("business", other).key("000000000001");
            assertThat(key.compareTo(log.key("")) > 0 && key.compareTo(log.keyEnd()) < 0)
                    .as(other)
                    .isFalse();
        }
        assertThat(log.key("x")).isGreaterThan(log.key("")).isLessThan(log.keyEnd());
        assertThat(log.keyOf(log.key("a/b"))).isEqualTo("a/b");
    }

    @Test
    void positionsAreOrderedAsTextsToo() {
        assertThat(new Seq(9).padded()).isEqualTo("000000000009").isLessThan(new Seq(10).padded());
        assertThatIllegalArgumentException().isThrownBy(() -> new Seq(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Seq(1_000_000_000_000L));
    }

    @Test
    void theBeginningOfAHashIsANumber() {
        assertThat(Hash.NONE.prefix()).isZero();
        assertThat(new Hash("ff".repeat(32)).prefix()).isEqualTo(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> new Hash("FF".repeat(32)));
    }

    @Test
    void halfACharacterIsNoText() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Operation("till/\ud83c", "print"));
        assertThatIllegalArgumentException().isThrownBy(() -> Actor.system("\udf7a"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Draft(
                        Actor.system("test"),
                        Origin.SYSTEM,
                        new Operation("till/🍺", "print"),
                        Optional.empty(),
                        Optional.of("\udf7a\ud83c"),
                        Optional.empty(),
                        List.of(),
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anOperationHasAName(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Operation(id, "print"));
    }
}
