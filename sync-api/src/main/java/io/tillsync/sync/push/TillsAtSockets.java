package io.tillsync.sync.push;

import io.tillsync.core.tenancy.Sightings;
import io.tillsync.sync.socket.Sockets;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who is connected is heard of as long as that lasts, though it may have nothing to say. */
@Component
class TillsAtSockets {

    private final Sockets sockets;
    private final Sightings sightings;

    TillsAtSockets(Sockets sockets, Sightings sightings) {
        this.sockets = sockets;
        this.sightings = sightings;
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        sockets.principals().forEach(principal -> sightings.heard(SocketNames.subject(principal)));
    }
}
