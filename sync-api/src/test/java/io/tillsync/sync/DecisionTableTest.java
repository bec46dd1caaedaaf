package io.tillsync.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each row of the decision table in docs/protocol.md has tests, whose names begin with its number. */
class DecisionTableTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Z][0-9]+) \\|", Pattern.MULTILINE);
    private static final Pattern TEST = Pattern.compile("void ([a-z][0-9]+)[A-Z]");

    @Test
    void eachRowHasATest() throws IOException {
        Set<String> rows = found(ROW, Files.readString(Path.of("../docs/protocol.md")));
        Set<String> tests = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith("IT.java")).toList()) {
                tests.addAll(found(TEST, Files.readString(file)));
            }
        }
        assertThat(rows).hasSizeGreaterThan(30);
        assertThat(tests).containsAll(rows);
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
