package io.tillsync.sync.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuestionTest {

    private static final LogId ACME = LogId.of("business", "acme");
    private static final EntityType THINGS = things(Field.text("name", 20));

    private static EntityType things(Field... fields) {
        return EntityType.named("things", "thing", Level.BUSINESS)
                .fields(fields)
                .build();
    }

    private static String key(LogId log, EntityType type, Question.Kind kind, String... words) {
        return new Question(log, type, kind, List.of(words)).key();
    }

    @Test
    void hasAKeyOfItsOwn() {
        assertThat(List.of(
                        key(ACME, THINGS, Question.Kind.LIST, "a", "b"),
                        key(ACME, THINGS, Question.Kind.FULL, "a", "b"),
                        key(ACME, THINGS, Question.Kind.LIST, "ab", ""),
                        key(ACME, THINGS, Question.Kind.LIST, "a"),
                        key(LogId.of("business", "other"), THINGS, Question.Kind.LIST, "a", "b")))
                .doesNotHaveDuplicates();
        assertThat(key(ACME, THINGS, Question.Kind.LIST, "a")).isEqualTo(key(ACME, THINGS, Question.Kind.LIST, "a"));
    }

    @Test
    void isAnotherForAVersionThatTellsMoreOrLess() {
        assertThat(List.of(
                        key(ACME, THINGS, Question.Kind.LIST),
                        key(ACME, things(Field.text("name", 20), Field.text("note", 20)), Question.Kind.LIST),
                        key(ACME, things(Field.flag("name")), Question.Kind.LIST)))
                .doesNotHaveDuplicates();
    }

    private static Optional<Subject> subject(String key) {
        return Subject.of(key.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tellsByItsKeyWhatItIsAbout() {
        assertThat(subject(key(ACME, THINGS, Question.Kind.LIST, "a"))).contains(new Subject(ACME, "things"));
        assertThat(subject("somebody/else/s/key")).isEmpty();
        assertThat(subject("tillsync:1/NO LOG/things/0")).isEmpty();
    }
}
