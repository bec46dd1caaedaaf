package io.tillsync.sync.socket;

import io.socket.socketio.server.SocketIoAdapter;
import io.socket.socketio.server.SocketIoNamespace;
import io.socket.socketio.server.SocketIoSocket;
import io.socket.socketio.server.parser.IOParser;
import io.socket.socketio.server.parser.Packet;
import io.tillsync.sync.socket.Sockets.Audience;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is in which room. Unlike the library's own it has no lock that a broadcast and a client's leaving could both wait for, encodes a packet
 * once, and hands every client the same text without going through the engine, which would hold a monitor for each.
 */
final class RoomAdapter extends SocketIoAdapter {

    private final ConcurrentMap<String, ConcurrentMap<SocketIoSocket, Connection>> rooms = new ConcurrentHashMap<>();

    RoomAdapter(SocketIoNamespace namespace) {
        super(namespace);
    }

    /** Hands an encoded packet to all of a room. */
    void deliver(String room, String text, Audience audience) {
        members(room).values().forEach(connection -> {
            if (audience == Audience.ALL
                    || connection
                            .member()
                            .filter(Connection.Member::wantsEvents)
                            .isPresent()) {
                connection.write(text);
            }
        });
    }

    Set<String> rooms() {
        return Set.copyOf(rooms.keySet());
    }

    int size(String room) {
        return members(room).size();
    }

    private Map<SocketIoSocket, Connection> members(String room) {
        Map<SocketIoSocket, Connection> members = rooms.get(room);
        return members == null ? Map.of() : members;
    }

    /** The library puts every socket into a room of its own, named by its id; nothing is ever sent there. */
    @Override
    public void add(String room, SocketIoSocket socket) {
        if (room.equals(socket.getId())) {
            return;
        }
        Connection connection = Lane.current();
        rooms.compute(room, (name, members) -> {
            ConcurrentMap<SocketIoSocket, Connection> all = members == null ? new ConcurrentHashMap<>() : members;
            all.put(socket, connection);
            return all;
        });
    }

    @Override
    public void remove(String room, SocketIoSocket socket) {
        rooms.computeIfPresent(room, (name, members) -> {
            members.remove(socket);
            return members.isEmpty() ? null : members;
        });
    }

    /** The library's way to broadcast, which we do not use: text packets only. */
    @Override
    public void broadcast(Packet<?> packet, String @Nullable [] only, String @Nullable [] excluded) {
        packet.nsp = mNamespace.getName();
        Set<String> left = excluded == null ? Set.of() : Set.of(excluded);
        Stream<String> names = only == null ? rooms.keySet().stream() : Stream.of(only);
        Set<Connection> to = names.flatMap(room -> members(room).entrySet().stream())
                .filter(member -> !left.contains(member.getKey().getId()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
        new IOParser.Encoder().encode(packet, parts -> {
            if (parts.length != 1 || !(parts[0] instanceof String text)) {
                throw new IllegalArgumentException("text packets only");
            }
            to.forEach(connection -> connection.write("4" + text));
        });
    }

    @Override
    public SocketIoSocket[] listClients(String room) {
        return members(room).keySet().toArray(SocketIoSocket[]::new);
    }

    @Override
    public String[] listClientRooms(SocketIoSocket socket) {
        return rooms.entrySet().stream()
                .filter(room -> room.getValue().containsKey(socket))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }
}
