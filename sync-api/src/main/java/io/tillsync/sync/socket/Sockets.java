package io.tillsync.sync.socket;

import java.util.Set;

/** The clients connected to this process. */
public interface Sockets {

    /** Whom an event is for. */
    enum Audience {
        /** Every socket of the room. */
        ALL,
        /** The sockets of the room that did not connect with {@code auth.events: false}. */
        WANTING_EVENTS
    }

    /**
     * Queues an event for whoever is in the room when its turn comes. Events are delivered in the order of the calls, so that one thread's
     * second event never reaches a socket before its first. Never waits for a client: one that cannot keep up is closed. It waits, briefly,
     * only where the hand-over itself is full; so it is not to be called from {@link SocketAuthenticator}.
     *
     * @param json the event's one argument, encoded already: every socket is sent this same text
     */
    void send(String room, String event, String json, Audience audience);

    /**
     * Cuts all sockets of a principal off. When this returns they are in no room any more, and nothing sent from now on reaches them; one that
     * is being authenticated meanwhile is authenticated again. Revoke first, then call this. The clients do not reconnect by themselves.
     *
     * @return how many were cut
     */
    int disconnect(String principalId);

    /** The same, for those of a principal's sockets that were opened with one token; {@link SocketSession#tokenId} names it. */
    int disconnect(String principalId, String tokenId);

    /** Whose sockets are authenticated and open, as of now. */
    Set<String> principals();

    /** How many sockets are authenticated and open. */
    int connected();

    /** How many of them are in this room. */
    int connected(String room);

    /** The rooms with at least one socket in them, as of now. */
    Set<String> rooms();
}
