package io.tillsync.core.type;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Says what a type is, step by step; what is left out has the most usual meaning. */
public final class EntityTypeBuilder {

    private final String name;
    private final String singular;
    private final Level level;
    private final SequencedMap<String, Field> fields = new LinkedHashMap<>();
    private final List<Unique> uniques = new ArrayList<>();
    private List<String> words = List.of();
    private List<String> codes = List.of();
    private boolean merges;
    private TillScope tills = TillScope.ALL;
    private Writers writers = Writers.MANAGEMENT;
    private Duration staleAfter = Duration.ofMinutes(5);
    private Duration cachedFor = Duration.ofMinutes(5);

    EntityTypeBuilder(String name, String singular, Level level) {
        this.name = name;
        this.singular = singular;
        this.level = level;
    }

    public EntityTypeBuilder fields(Field... declared) {
        for (Field field : declared) {
            if (SystemFields.NAMES.contains(field.name()) || fields.putIfAbsent(field.name(), field) != null) {
                throw new IllegalArgumentException(name + "." + field.name() + " is taken");
            }
        }
        return this;
    }

    /** No two active entities have the same value of the first field, or of all of them together; case does not matter. */
    public EntityTypeBuilder unique(String... names) {
        uniques.add(new Unique(name + "." + names[0], List.of(names), true));
        return this;
    }

    /** No two active entities have exactly the same value, also those of other types that name the same set. */
    public EntityTypeBuilder uniqueExactly(String field, String namespace) {
        uniques.add(new Unique(namespace, List.of(field), false));
        return this;
    }

    public EntityTypeBuilder searchWords(String... names) {
        words = List.of(names);
        return this;
    }

    public EntityTypeBuilder searchCodes(String... names) {
        codes = List.of(names);
        return this;
    }

    public EntityTypeBuilder mergesDisjointEdits() {
        merges = true;
        return this;
    }

    public EntityTypeBuilder notForTills() {
        tills = TillScope.NOTHING;
        return this;
    }

    public EntityTypeBuilder writtenBy(Writers allowed) {
        writers = allowed;
        return this;
    }

    public EntityTypeBuilder staleAfter(Duration age) {
        staleAfter = age;
        return this;
    }

    public EntityTypeBuilder cachedFor(Duration time) {
        cachedFor = time;
        return this;
    }

    public EntityType build() {
        return new EntityType(
                name,
                singular,
                level,
                Collections.unmodifiableSequencedMap(fields),
                List.copyOf(uniques),
                words,
                codes,
                merges,
                tills,
                writers,
                staleAfter,
                cachedFor);
    }
}
