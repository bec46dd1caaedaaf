package io.tillsync.sync.push;

import io.tillsync.core.feed.Feeds;
import io.tillsync.core.tenancy.AccessChanges;
import io.tillsync.core.tenancy.AccessListener;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Sightings;
import io.tillsync.core.tenancy.Subject;
import io.tillsync.core.type.Level;
import io.tillsync.sync.auth.Scopes;
import io.tillsync.sync.problem.ProblemException;
import io.tillsync.sync.socket.SocketAuthenticator;
import io.tillsync.sync.socket.SocketSession;
import io.tillsync.sync.socket.Sockets;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Lets sockets in by the same tokens as everything else, into the rooms of their two logs, and cuts them when their access ends. */
@Component
class SocketAccess implements SocketAuthenticator, AccessListener {

    private final Sessions sessions;
    private final Scopes scopes;
    private final Feeds feeds;
    private final Sightings sightings;
    private final ObjectProvider<Sockets> sockets;

    SocketAccess(
            Sessions sessions,
            Scopes scopes,
            Feeds feeds,
            Sightings sightings,
            ObjectProvider<Sockets> sockets,
            AccessChanges changes) {
        this.sessions = sessions;
        this.scopes = scopes;
        this.feeds = feeds;
        this.sightings = sightings;
        this.sockets = sockets;
        changes.listen(this);
    }

    @Override
    public Optional<SocketSession> authenticate(String token, @Nullable String storeId) {
        return sessions.authenticate(token)
                .flatMap(principal -> session(principal, token, Optional.ofNullable(storeId)));
    }

    private Optional<SocketSession> session(Principal principal, String token, Optional<String> storeId) {
        try {
            Scope scope = scopes.resolve(principal, Optional.empty(), storeId, Level.STORE);
            String business = Logs.business(scope.businessId()).value();
            String store = Logs.store(scope.storeId().orElseThrow()).value();
            feeds.head(Logs.business(scope.businessId())); // from now on this process follows them
            feeds.head(Logs.store(scope.storeId().orElseThrow()));
            sightings.heard(principal.subject());
            return Optional.of(new SocketSession(
                    SocketNames.of(principal.subject()), Sessions.fingerprint(token), Set.of(business, store)));
        } catch (ProblemException e) {
            return Optional.empty(); // no such store for this caller, or none named
        }
    }

    @Override
    public void accessEnded(Subject subject) {
        sockets.getObject().disconnect(SocketNames.of(subject));
    }

    @Override
    public void loggedOut(Subject user, String token) {
        sockets.getObject().disconnect(SocketNames.of(user), Sessions.fingerprint(token));
    }
}
