package io.tillsync.sync.precondition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.sync.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ETag;

class EntityTagsTest {
    private static final ETag CURRENT = EntityTags.ofVersion(5);

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            *,                      true
            "v5",                   true
            'W/"v5"',               true
            '"v4", "v5"',           true
            '"v4",W/"v5" ,,',       true
            "v4",                   false
            "V5",                   false
            '"a,b", ""',            false
            """)
    void compareWeakly(String header, boolean matches) {
        assertThat(parse(header).matchWeakly(CURRENT)).isEqualTo(matches);
    }

    @Test
    void mayComeInSeveralLines() {
        assertThat(parse("\"v1\"", "\"v5\"").matchWeakly(CURRENT)).isTrue();
        assertThat(parse("\"a,b\"").tags()).containsExactly(new ETag("a,b", false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "v5",
                "",
                " ",
                ",",
                "\"v5",
                "v5\"",
                "w/\"v5\"",
                "W/v5",
                "\"v4\" \"v5\"",
                "\"v4\", v5",
                "*, \"v5\"",
                "\"a b\"",
                "\"a\"b\""
            })
    void refuseWhatIsMalformed(String header) {
        assertThatThrownBy(() -> parse(header))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("malformed-request: If-Match must be");
    }

    @Test
    void nameAVersion() {
        assertThat(CURRENT.formattedTag()).isEqualTo("\"v5\"");
    }

    private static EntityTags parse(String... lines) {
        return EntityTags.parse("If-Match", Collections.enumeration(List.of(lines)));
    }
}
