package io.tillsync.core.merge;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.bson.Document;

class ThreeWayProperties {

    private static final List<String> NAMES = List.of("a", "b", "c", "d", "e");

    @Provide
    Arbitrary<Document> contents() {
        Arbitrary<Object> values = Arbitraries.of(
                1L, 2L, "x", "y", true, new BigDecimal("1.5"), new BigDecimal("1.50"), List.of("p"), List.of("p", "q"));
        return Arbitraries.maps(Arbitraries.of(NAMES), values).map(Document::new);
    }

    @Property(tries = 300)
    void mergingWithOneselfChangesNothing(@ForAll("contents") Document base, @ForAll("contents") Document side) {
        ThreeWay same = ThreeWay.compare(base, side, side);

        assertThat(same.isMergeable()).isTrue();
        assertThat(same.merged()).isEqualTo(side);
        assertThat(ThreeWay.compare(base, base, base).differences()).isEmpty();
    }

    @Property(tries = 300)
    void whoChangedNothingTakesTheOthersContent(@ForAll("contents") Document base, @ForAll("contents") Document side) {
        assertThat(ThreeWay.changed(ThreeWay.compare(base, side, base).merged(), side))
                .isEmpty();
        assertThat(ThreeWay.changed(ThreeWay.compare(base, base, side).merged(), side))
                .isEmpty();
    }

    @Property(tries = 300)
    void theSidesCanBeExchangedWhereTheyDoNotConflict(
            @ForAll("contents") Document base, @ForAll("contents") Document one, @ForAll("contents") Document other) {
        ThreeWay there = ThreeWay.compare(base, one, other);
        ThreeWay back = ThreeWay.compare(base, other, one);

        assertThat(there.isMergeable()).isEqualTo(back.isMergeable());
        Assume.that(there.isMergeable());
        assertThat(ThreeWay.changed(there.merged(), back.merged())).isEmpty();
    }

    @Property(tries = 300)
    void editsOfDifferentFieldsNeverConflictAndNeitherIsLost(
            @ForAll("contents") Document base, @ForAll("contents") Document one, @ForAll("contents") Document other) {
        Document server = new Document(base);
        Document client = new Document(base);
        for (int i = 0; i < NAMES.size(); i++) {
            take(NAMES.get(i), i % 2 == 0 ? one : other, i % 2 == 0 ? server : client);
        }

        ThreeWay merge = ThreeWay.compare(base, server, client);

        assertThat(merge.isMergeable()).isTrue();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            assertThat(same(merge.merged().get(name), (i % 2 == 0 ? server : client).get(name)))
                    .as(name)
                    .isTrue();
        }
    }

    private static void take(String name, Document from, Document into) {
        if (from.containsKey(name)) {
            into.put(name, from.get(name));
        } else {
            into.remove(name);
        }
    }

    @Property(tries = 300)
    void everyFieldThatASideChangedIsTold(
            @ForAll("contents") Document base,
            @ForAll("contents") Document server,
            @ForAll("contents") Document client) {
        ThreeWay comparison = ThreeWay.compare(base, server, client);

        Set<String> changed = new HashSet<>(ThreeWay.changed(base, server));
        changed.addAll(ThreeWay.changed(base, client));
        assertThat(comparison.differences()).extracting(FieldDifference::name).hasSameElementsAs(changed);
        for (FieldDifference field : comparison.differences()) {
            assertThat(field.base().orElse(null)).isEqualTo(base.get(field.name()));
            assertThat(field.client().orElse(null)).isEqualTo(client.get(field.name()));
            assertThat(field.server().orElse(null)).isEqualTo(server.get(field.name()));
            boolean both = !same(base.get(field.name()), server.get(field.name()))
                    && !same(base.get(field.name()), client.get(field.name()));
            assertThat(field.conflicting())
                    .isEqualTo(both && !same(server.get(field.name()), client.get(field.name())));
        }
    }

    @Property(tries = 200)
    void withoutABaseAllThatDiffersConflicts(@ForAll("contents") Document server, @ForAll("contents") Document client) {
        ThreeWay comparison = ThreeWay.withoutBase(server, client);

        assertThat(comparison.merged()).isEqualTo(server);
        assertThat(comparison.differences())
                .extracting(FieldDifference::name)
                .hasSameElementsAs(ThreeWay.changed(server, client));
        assertThat(comparison.differences()).allMatch(FieldDifference::conflicting);
    }

    @Property(tries = 200)
    void aTrailingZeroIsNoChange(@ForAll("contents") Document content) {
        Document other = new Document(content);
        List<Map.Entry<String, Object>> entries = new ArrayList<>(other.entrySet());
        entries.forEach(each -> {
            if (each.getValue() instanceof BigDecimal number) {
                other.put(each.getKey(), number.setScale(number.scale() + 2));
            }
        });

        assertThat(ThreeWay.changed(content, other)).isEmpty();
    }

    private static boolean same(Object one, Object other) {
        return (one instanceof BigDecimal a && other instanceof BigDecimal b)
                ? a.compareTo(b) == 0
                : Objects.equals(one, other);
    }
}
