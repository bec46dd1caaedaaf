package io.tillsync.core.tenancy;

import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Home;
import io.tillsync.core.write.LogWriters;
import org.springframework.stereotype.Component;

/** Writes the first commit of each log that tills follow, so that each of their cursors names a commit. */
@Component
final class Openings {

    private static final Operation OPENED = new Operation("opened", "opened");

    private final Homes homes;
    private final Feeds feeds;
    private final LogWriters writers;

    Openings(Homes homes, Feeds feeds, LogWriters writers) {
        this.homes = homes;
        this.feeds = feeds;
        this.writers = writers;
    }

    /** Opens the business's log and the store's, where one is named; what is open stays as it is. */
    void open(Scope scope, Cause cause) {
        open(homes.of(Level.BUSINESS, scope), cause);
        if (scope.storeId().isPresent()) {
            open(homes.of(Level.STORE, scope), cause);
        }
    }

    private void open(Home home, Cause cause) {
        if (feeds.head(home.log()).seq().equals(Seq.START)) {
            writers.write(ChangeRequest.happened(home, cause.actor(), cause.origin(), OPENED, "opened"));
        }
    }
}
