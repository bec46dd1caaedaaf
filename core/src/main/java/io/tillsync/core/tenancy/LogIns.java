package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.read.CommitReader;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Shows people when somebody has logged in under their name, or has tried to. */
@Component
public class LogIns {

    /** How many of the last events at a business's door are looked through. */
    private static final long LOOKED_THROUGH = 1_000;

    private final Feeds feeds;
    private final CommitReader reader;

    LogIns(Feeds feeds, CommitReader reader) {
        this.feeds = feeds;
        this.reader = reader;
    }

    /** One log-in, or a try with a wrong password. */
    public record Seen(Instant at, Optional<String> address, Origin origin, boolean isSuccess) {}

    /** The last ones, the newest first; of a business with much coming and going, those of a while ago are not found. */
    public List<Seen> last(Principal user, int most) {
        LogId log = Logs.access(user.businessId());
        Head head = feeds.head(log);
        Seq start = new Seq(Math.max(0, head.seq().value() - LOOKED_THROUGH));
        Deque<Seen> last = new ArrayDeque<>();
        for (Iterator<Commit> commits = reader.between(log, start, head); commits.hasNext(); ) {
            seen(commits.next(), user).ifPresent(last::addFirst);
            if (last.size() > most) {
                last.removeLast();
            }
        }
        return List.copyOf(last);
    }

    private static Optional<Seen> seen(Commit commit, Principal user) {
        Actor actor = commit.actor();
        boolean isOwn = actor.id().equals(user.id());
        return switch (commit.event().orElse("")) {
            case LogInEvents.LOGGED_IN -> isOwn ? Optional.of(seen(commit, true)) : Optional.empty();
            case LogInEvents.FAILED ->
                actor.name().equalsIgnoreCase(user.name()) ? Optional.of(seen(commit, false)) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Seen seen(Commit commit, boolean isSuccess) {
        return new Seen(commit.at(), commit.actor().address(), commit.origin(), isSuccess);
    }
}
