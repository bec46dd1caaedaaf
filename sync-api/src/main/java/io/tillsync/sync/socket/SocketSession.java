package io.tillsync.sync.socket;

import java.util.Set;

/**
 * What a token proved at connect: who it is, and which rooms that entitles to. It holds for as long as the socket is open, unless
 * {@link Sockets#disconnect} ends it.
 *
 * @param principalId names whom to cut off at once, {@code terminal:<id>} or {@code user:<id>}
 * @param tokenId     names the token that proved it, without giving it away
 * @param rooms       the rooms joined before the client learns that it is connected; at least one
 */
public record SocketSession(String principalId, String tokenId, Set<String> rooms) {

    public SocketSession {
        if (principalId.isBlank() || rooms.isEmpty()) {
            throw new IllegalArgumentException("a session needs a principal and at least one room");
        }
        rooms = Set.copyOf(rooms);
    }
}
