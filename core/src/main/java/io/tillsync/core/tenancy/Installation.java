package io.tillsync.core.tenancy;

import com.mongodb.client.model.Indexes;
import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.write.Outcome;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The installation as a whole: its first user, and its indexes. */
@Component
public class Installation {

    private static final EntityId FIRST_USER = new EntityId("admin");
    private static final Cause FIRST_START =
            new Cause(Actor.system("installation"), Origin.SYSTEM, new Operation("first-admin", "first-admin"));

    private final Feeds feeds;
    private final Projections projections;
    private final Users users;
    private final Tokens tokens;

    Installation(Feeds feeds, Projections projections, Users users, Tokens tokens) {
        this.feeds = feeds;
        this.projections = projections;
        this.users = users;
        this.tokens = tokens;
    }

    /** Whether nobody can log in yet, because there is no user. */
    public boolean isNew() {
        return feeds.head(Logs.INSTALLATION).counts().getOrDefault(UserType.NAME, 0L) == 0;
    }

    /**
     * Makes the installation's admin, with the name {@code admin}, where there is no user yet. Of several processes that start at once one
     * makes them; the others find them made.
     *
     * @throws IllegalArgumentException where one would be made and the password cannot be taken, saying why
     */
    public void ensureAdmin(String password) {
        if (!isNew()) {
            return;
        }
        String name = FIRST_USER.value();
        Outcome outcome = users.create(
                FIRST_USER,
                Map.of(UserType.USERNAME, name, UserType.ROLE, Role.ADMIN.word(), Passwords.FIELD, password),
                FIRST_START);
        if (outcome instanceof Outcome.Invalid invalid) {
            FieldError error = invalid.errors().getFirst();
            throw new IllegalArgumentException("The admin's " + error.field() + " " + error.message());
        }
    }

    /** Makes the indexes that a server of its own needs to find the stores of a business and the terminals of a store, and to forget expired tokens. */
    public void createIndexes() {
        projections
                .collection(StoreType.NAME)
                .createIndex(Indexes.ascending("current.state." + StoreType.BUSINESS, "_id"));
        projections
                .collection(TerminalType.NAME)
                .createIndex(Indexes.ascending("current.state." + TerminalType.STORE, "_id"));
        tokens.createIndexes();
    }
}
