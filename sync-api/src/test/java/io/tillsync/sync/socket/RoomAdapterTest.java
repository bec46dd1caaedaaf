package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.socket.socketio.server.SocketIoSocket;
import io.socket.socketio.server.parser.Packet;
import io.socket.socketio.server.parser.Parser;
import io.tillsync.sync.socket.SocketFixture.Till;
import org.json.JSONArray;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomAdapterTest {

    private final SocketFixture server = new SocketFixture();
    private final RoomAdapter rooms = server.engine.rooms();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void knowsWhoIsWhere() {
        server.till("1", "store:a,store:b");

        SocketIoSocket socket = rooms.listClients("store:a")[0];

        assertThat(rooms.listClientRooms(socket)).containsExactlyInAnyOrder("store:a", "store:b");
        assertThat(rooms.listClients("store:c")).isEmpty();
    }

    @Test
    void sendsThePacketsOfTheLibraryOnceToEachExceptTheExcluded() {
        Till first = server.till("1", "store:a");
        SocketIoSocket excluded = rooms.listClients("store:a")[0];
        Till second = server.till("2", "store:a,store:b");

        rooms.broadcast(
                new Packet<>(Parser.EVENT, new JSONArray().put("hi")),
                new String[] {"store:a", "store:b"},
                new String[] {excluded.getId()});

        until(() -> second.wire().received().contains("42[\"hi\"]"));
        assertThat(second.wire().received())
                .filteredOn(text -> text.startsWith("42"))
                .hasSize(1);
        assertThat(first.wire().received()).noneMatch(text -> text.startsWith("42"));
    }

    @Test
    void refusesBinaryPackets() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        rooms.broadcast(new Packet<>(Parser.EVENT, new JSONArray().put(new byte[1])), null, null));
    }
}
