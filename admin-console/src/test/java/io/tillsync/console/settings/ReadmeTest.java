package io.tillsync.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

    private static final Pattern ROW = Pattern.compile("^\\| `(TILLSYNC_\\w+)` \\|.*$", Pattern.MULTILINE);

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../README.md"))).results().toList();
    }

    @ParameterizedTest
    @MethodSource("io.tillsync.console.settings.DeclaredSettings#all")
    void tellsOfEverySettingAndItsDefault(Setting setting) throws IOException {
        assertThat(rows())
                .filteredOn(row -> row.group(1).equals(setting.variable()))
                .singleElement()
                .extracting(MatchResult::group)
                .asString()
                .contains(setting.fallback().map(value -> "| `" + value + "` |").orElse("|"));
    }

    @Test
    void tellsOfNothingThatCannotBeSet() throws IOException {
        assertThat(rows())
                .extracting(row -> row.group(1))
                .containsExactlyInAnyOrderElementsOf(
                        DeclaredSettings.all().map(Setting::variable).toList());
    }
}
