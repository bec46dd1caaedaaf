package io.tillsync.sync.socket;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Authenticates a client before the library learns that it wants to connect: afterwards it is too late for a {@code connect_error}. What the library
 * is given of the packet has no token in it, since it keeps it.
 */
final class Admission {

    private static final Logger log = LoggerFactory.getLogger(Admission.class);

    private final SocketAuthenticator authenticator;
    private final Connections connections;

    Admission(SocketAuthenticator authenticator, Connections connections) {
        this.authenticator = authenticator;
        this.connections = connections;
    }

    /** Joins the client or ends its connection. Outside the lane, as it may take a while. */
    void admit(Connection connection, String text) {
        if (connection.member().isPresent()) {
            connection.end(Ending.PROTOCOL);
            return;
        }
        try {
            ConnectPacket.parse(text)
                    .ifPresentOrElse(asking -> admit(connection, asking), () -> refuse(connection, text));
        } catch (RuntimeException e) {
            log.warn("a client could not be authenticated, it will try again", e);
            connection.end(Ending.UNAVAILABLE);
        }
    }

    /** A token that is revoked while it is being checked is either found among the joined, or checked again. */
    private void admit(Connection connection, ConnectPacket asking) {
        long cuts = connections.cuts();
        Optional<SocketSession> session = authenticate(asking);
        if (session.isEmpty()) {
            connection.end(Ending.unauthorized(""));
            return;
        }
        connection.join(new Connection.Member(session.get(), asking.events()));
        if (connections.cuts() != cuts && authenticate(asking).isEmpty()) {
            connection.end(Ending.CUT);
        }
    }

    private static void refuse(Connection connection, String text) {
        connection.end(Ending.unauthorized(ConnectPacket.namespace(text)));
    }

    private Optional<SocketSession> authenticate(ConnectPacket asking) {
        return authenticator.authenticate(asking.token(), asking.storeId());
    }
}
