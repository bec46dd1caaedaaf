package io.tillsync.console.convergence;

import java.net.URI;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/** The processes that answer, as a list of addresses that actors know. One that is gone keeps its place, and refuses connections. */
final class Servers {

    private final List<URI> addresses;

    Servers(List<URI> addresses) {
        this.addresses = new CopyOnWriteArrayList<>(addresses);
    }

    int any(Random random) {
        return random.nextInt(addresses.size());
    }

    /** Another one than this, where there is one. */
    int other(int server) {
        return (server + 1) % addresses.size();
    }

    URI address(int server) {
        return addresses.get(server);
    }

    void moved(int server, URI address) {
        addresses.set(server, address);
    }
}
