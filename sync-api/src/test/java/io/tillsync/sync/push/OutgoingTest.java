package io.tillsync.sync.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Chain;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Draft;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OutgoingTest {

    private final Outgoing outgoing = new Outgoing();
    private Head head = Head.empty(LogId.of("business", "acme"));

    private Commit add(Origin origin) {
        Operation operation = new Operation("op-" + head.seq().value(), "print");
        Draft draft = new Draft(
                Actor.system("test"),
                origin,
                operation,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
        Commit commit = Chain.link(head, head.seq().next(), draft, Instant.EPOCH);
        head = Head.at(commit);
        outgoing.add(commit);
        return commit;
    }

    @Test
    void tellsAllOfAnImportsCommitThatIsTheOnlyOne() {
        Commit only = add(Origin.IMPORT);

        Outgoing.Due due = outgoing.take(true);

        assertThat(due.shrunk()).containsExactly(only);
        assertThat(due.held().orElseThrow().only()).contains(only);
        assertThat(due.commits()).isEmpty();
        assertThat(outgoing.hasNotice()).isFalse();
    }

    @Test
    void holdsOneNoticeOfSeveralBackButNotTheirEvents() {
        Commit first = add(Origin.IMPORT);
        assertThat(outgoing.take(false)).isEqualTo(new Outgoing.Due(List.of(first), Optional.empty(), List.of()));
        Commit second = add(Origin.IMPORT);

        Outgoing.Due due = outgoing.take(true);

        assertThat(due.shrunk()).containsExactly(second);
        assertThat(due.held()).contains(new Outgoing.Held(Notice.of(first).until(Notice.of(second)), Optional.empty()));
    }

    @Test
    void holdsNothingBackThatOthersHaveToFollow() {
        Commit imported = add(Origin.IMPORT);
        Commit edited = add(Origin.CONSOLE);
        Commit more = add(Origin.IMPORT);

        assertThat(outgoing.take(false))
                .isEqualTo(new Outgoing.Due(
                        List.of(imported), Optional.of(Outgoing.Held.of(imported)), List.of(edited, more)));
    }

    @Test
    void shrinksWhateverPilesUp() {
        Commit first = add(Origin.IMPORT);
        for (int i = 0; i < 1_100; i++) {
            add(i % 2 == 0 ? Origin.API : Origin.IMPORT);
        }

        Outgoing.Due due = outgoing.take(true);

        assertThat(due.held().orElseThrow().notice().from())
                .isEqualTo(Notice.of(first).from());
        assertThat(due.shrunk().size() + due.commits().size()).isLessThan(1_000);
    }
}
