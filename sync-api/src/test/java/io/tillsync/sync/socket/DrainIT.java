package io.tillsync.sync.socket;

import static io.tillsync.sync.socket.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients see of a process that stops. */
@Timeout(60)
class DrainIT {

    private static final int TILLS = 400;

    @AutoClose
    private final SocketServer server = new SocketServer();

    private final List<LightTill> tills = new ArrayList<>();

    @Test
    void tellsClientsToGoOneAfterTheOtherAndLetsNobodyInMeanwhile() throws Exception {
        for (int i = 0; i < TILLS; i++) {
            LightTill till = LightTill.open(server.port());
            till.join("till:" + i + "@store:a");
            tills.add(till);
        }
        until(() -> tills.stream().allMatch(LightTill::isConnected));

        Thread stopping = Thread.ofVirtual().start(server.bean(SocketShutdown.class)::stop);

        until(() -> gone() > 0);
        assertThat(gone()).isLessThan(TILLS);
        assertThat(handshake()).startsWith("HTTP/1.1 503").contains("Retry-After: 1");
        until(() -> gone() == TILLS);
        stopping.join();
        assertThat(server.connections().open()).isZero();
    }

    private long gone() {
        return tills.stream().filter(LightTill::isOver).count();
    }

    private String handshake() throws IOException {
        return LightTill.statusOf(server.port(), "/socket.io/?EIO=4&transport=websocket");
    }
}
