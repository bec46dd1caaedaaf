package io.tillsync.sync.socket;

import java.util.Set;

/** The sockets of the engine that runs here. */
final class LiveSockets implements Sockets {

    private final RoomAdapter rooms;
    private final Connections connections;
    private final FanOut fanOut;

    LiveSockets(Engine engine, Connections connections, FanOut fanOut) {
        this.rooms = engine.rooms();
        this.connections = connections;
        this.fanOut = fanOut;
    }

    @Override
    public void send(String room, String event, String json, Audience audience) {
        String text = EventPacket.encode(event, json);
        fanOut.submit(() -> rooms.deliver(room, text, audience));
    }

    @Override
    public int disconnect(String principalId) {
        return connections.cut(principalId, session -> true);
    }

    @Override
    public int disconnect(String principalId, String tokenId) {
        return connections.cut(principalId, session -> session.tokenId().equals(tokenId));
    }

    @Override
    public Set<String> principals() {
        return connections.principals();
    }

    @Override
    public int connected() {
        return connections.joined();
    }

    @Override
    public int connected(String room) {
        return rooms.size(room);
    }

    @Override
    public Set<String> rooms() {
        return rooms.rooms();
    }
}
