package io.tillsync.core.read;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.Positions.Held;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.TillScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What has changed since a cursor. It costs what was committed since, not what there is: the commits after the cursor are folded to one
 * state for each entity.
 */
@Component
public class Changes {

    /** So that one page stays a bounded piece of work where few entities change very often. */
    private static final int MOST_COMMITS = 5_000;

    private final Feeds feeds;
    private final CommitReader reader;
    private final Set<String> forTills;

    public Changes(Feeds feeds, CommitReader reader, EntityTypes types) {
        this.feeds = feeds;
        this.reader = reader;
        this.forTills = types.all()
                .filter(type -> type.tills() != TillScope.NOTHING)
                .map(EntityType::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A page of changes.
     *
     * @param changes by entity type; types without any are left out
     * @param token stands behind what this page gives
     * @param coveredUntil the time of the last commit covered, of the log where that is the earlier
     * @param totals how many entities of each type are active at the token; empty where there is more
     */
    public record Page(
            Map<String, TypeChanges> changes,
            SyncToken token,
            Instant coveredUntil,
            boolean hasMore,
            Optional<Map<String, Long>> totals) {

        /** How many entities the page speaks of. */
        public int size() {
            return changes.values().stream().mapToInt(TypeChanges::size).sum();
        }
    }

    /**
     * The changes after the cursors, those of the first log first, and of a later log only when the earlier ones are through: so that
     * nothing arrives before what it refers to.
     *
     * @param since where to start in each log
     * @param only the names of the types wanted; empty for all that tills get
     * @param limit of entities; a page ends between commits, so that one large commit can exceed it
     */
    public Page since(List<Held> since, Set<String> only, int limit) {
        Set<String> wanted = only.isEmpty() ? forTills : only;
        List<Head> heads =
                feeds.heads(since.stream().map(held -> held.cursor().log()).toList());
        Fold fold = new Fold(wanted, limit);
        List<Held> reached = new ArrayList<>();
        boolean hasMore = false;
        for (int i = 0; i < since.size(); i++) {
            Held end = hasMore ? since.get(i) : read(since.get(i), heads.get(i), fold);
            hasMore |= !end.cursor().seq().equals(heads.get(i).seq());
            reached.add(end);
        }
        return new Page(
                fold.byType(),
                new SyncToken(reached.stream().map(Held::cursor).toList()),
                reached.stream().map(Held::at).min(Instant::compareTo).orElse(Instant.EPOCH),
                hasMore,
                hasMore ? Optional.empty() : Optional.of(totals(heads)));
    }

    private Held read(Held since, Head to, Fold fold) {
        Held reached = since;
        Iterator<Commit> commits =
                reader.between(since.cursor().log(), since.cursor().seq(), to);
        for (int read = 0; read < MOST_COMMITS && commits.hasNext(); read++) {
            Commit commit = commits.next();
            if (!fold.add(commit)) {
                return reached;
            }
            reached = new Held(Cursor.at(commit), commit.at());
        }
        return reached;
    }

    private static Map<String, Long> totals(List<Head> heads) {
        Map<String, Long> totals = new TreeMap<>();
        heads.forEach(head -> totals.putAll(head.counts()));
        return totals;
    }
}
