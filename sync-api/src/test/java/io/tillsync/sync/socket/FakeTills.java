package io.tillsync.sync.socket;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for log-ins and logs: the token {@code till:7@store:a,store:b} is terminal 7's, of these rooms, until it is revoked.
 */
final class FakeTills implements SocketAuthenticator, SocketRequests {

    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    final List<String> acknowledged = new CopyOnWriteArrayList<>();
    volatile Runnable whileAuthenticating = () -> {};
    volatile Runnable whileAnswering = () -> {};

    @Override
    public Optional<SocketSession> authenticate(String token, @Nullable String storeId) {
        Optional<SocketSession> session = Optional.of(token)
                .filter(known -> known.startsWith("till:") && !revoked.contains(known))
                .map(known -> known.substring("till:".length()).split("@", 2))
                .map(parts -> new SocketSession("terminal:" + parts[0], token, Set.of(parts[1].split(","))));
        whileAuthenticating.run();
        return session;
    }

    @Override
    public HelloAnswer hello(SocketSession session, String token) {
        whileAnswering.run();
        return token.startsWith("t")
                ? new HelloAnswer.Standing("t9", 9 - Long.parseLong(token.substring(1)))
                : new HelloAnswer.Refused("invalid-sync-token");
    }

    @Override
    public void ack(SocketSession session, String token) {
        acknowledged.add(session.principalId() + " " + token);
    }
}
