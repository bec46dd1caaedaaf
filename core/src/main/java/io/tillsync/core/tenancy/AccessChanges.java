package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.core.feed.FeedListener;
import io.tillsync.core.feed.Feeds;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** Tells whose access has ended, from the installation's log, which is followed for it as long as the process runs. */
@Component
public class AccessChanges implements FeedListener {

    private final List<AccessListener> listeners = new CopyOnWriteArrayList<>();

    AccessChanges(Feeds feeds) {
        feeds.pin(Logs.INSTALLATION);
        feeds.listen(this);
    }

    public void listen(AccessListener listener) {
        listeners.add(listener);
    }

    void loggedOut(Subject user, String token) {
        listeners.forEach(listener -> listener.loggedOut(user, token));
    }

    @Override
    public void committed(List<Commit> commits) {
        for (Commit commit : commits) {
            if (commit.log().equals(Logs.INSTALLATION)) {
                commit.changes().forEach(this::tellEnded);
            }
        }
    }

    private void tellEnded(Change change) {
        Optional<Access> after = access(change.entityType(), change.after());
        change.before()
                .flatMap(state -> access(change.entityType(), state))
                .filter(before -> after.map(now -> now.ends(before)).orElse(true))
                .ifPresent(before -> listeners.forEach(
                        listener -> listener.accessEnded(before.principal().subject())));
    }

    private static Optional<Access> access(String type, Document state) {
        return switch (type) {
            case UserType.NAME -> Optional.of(User.of(state));
            case TerminalType.NAME -> Optional.of(Terminal.of(state));
            default -> Optional.empty();
        };
    }
}
