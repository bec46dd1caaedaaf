package io.tillsync.console.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.search.Filter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditQueryTest {

    private static final AuditQuery NOTHING = new AuditQuery(null, null, null, null, null, null, null);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Filter filter(AuditQuery query) {
        return query.filter(PARIS, List.of());
    }

    private static AuditQuery days(@Nullable String from, @Nullable String to) {
        return new AuditQuery(null, null, null, null, null, from, to);
    }

    @Test
    void nothingAskedForIsEverything() {
        assertThat(filter(NOTHING)).isEqualTo(Filter.ALL);
        assertThat(filter(new AuditQuery("", " ", "", "", "", "", ""))).isEqualTo(Filter.ALL);
        assertThat(NOTHING.isEmpty()).isTrue();
        assertThat(NOTHING.address("/s/a/audit")).isEqualTo("/s/a/audit");
    }

    @Test
    void allThatIsAskedForStandsInTheAddress() {
        AuditQuery query = new AuditQuery("50% off & more", "created", null, "u-1", null, null, "2026-03-01");

        assertThat(query.address("/s/a/audit", "after", "x=y"))
                .isEqualTo("/s/a/audit?q=50%25%20off%20%26%20more&action=created&by=u-1&to=2026-03-01&after=x%3Dy");
        assertThat(query.doneBy("u-2").by()).isEqualTo("u-2");
    }

    @Test
    void daysAreThoseOfTheStoreAndTheLastOneIsWhole() {
        Filter filter = filter(days("2026-03-28", "2026-03-29"));

        assertThat(filter.from()).contains(Instant.parse("2026-03-27T23:00:00Z"));
        assertThat(filter.to()).contains(Instant.parse("2026-03-29T22:00:00Z"));
    }

    @Test
    void whatCannotBeUnderstoodIsLeftOut() {
        assertThat(filter(days("yesterday", "2026-02-30"))).isEqualTo(Filter.ALL);
        assertThat(filter(new AuditQuery(null, "danced", null, null, "nowhere", null, null)))
                .isEqualTo(Filter.ALL);
    }

    @Test
    void actionsAreWhatAuditorsCallThem() {
        assertThat(action("price-changed").op()).contains(Change.Op.UPDATED);
        assertThat(action("price-changed").field()).contains("price");
        assertThat(action("imported").origin()).contains(Origin.IMPORT);
        assertThat(action("user-disabled").events()).containsExactlyInAnyOrder("user-disabled", "user-enabled");
        assertThat(action("deleted").events()).isEmpty();
    }

    private static Filter action(String word) {
        return filter(new AuditQuery(null, word, null, null, null, null, null));
    }

    @Test
    void everyActionIsFoundByItsWord() {
        assertThat(Arrays.stream(Action.values()).map(Action::word).map(Action::of))
                .doesNotContain(Optional.empty())
                .doesNotHaveDuplicates();
    }
}
