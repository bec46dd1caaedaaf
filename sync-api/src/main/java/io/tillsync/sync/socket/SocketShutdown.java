package io.tillsync.sync.socket;

import java.time.Duration;
import org.springframework.context.SmartLifecycle;

/**
 * Tells clients to go elsewhere before the web server stops, which would otherwise just drop them, and spread over seconds, so that they
 * do not all come back at once; then lets the threads go. Everything else is served meanwhile.
 */
final class SocketShutdown implements SmartLifecycle {

    private final Connections connections;
    private final Duration drain;
    private final FanOut fanOut;
    private final Engine engine;
    private volatile boolean running;

    SocketShutdown(Connections connections, Duration drain, FanOut fanOut, Engine engine) {
        this.connections = connections;
        this.drain = drain;
        this.fanOut = fanOut;
        this.engine = engine;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        connections.drain(drain);
        running = false;
        fanOut.close();
        engine.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
