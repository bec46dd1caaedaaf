package io.tillsync.sync.socket;

import org.springframework.context.SmartLifecycle;

/** Tells clients to go elsewhere before the web server stops, which would otherwise just drop them; then lets the threads go. */
final class SocketShutdown implements SmartLifecycle {

    private final Connections connections;
    private final FanOut fanOut;
    private final Engine engine;
    private volatile boolean running;

    SocketShutdown(Connections connections, FanOut fanOut, Engine engine) {
        this.connections = connections;
        this.fanOut = fanOut;
        this.engine = engine;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        connections.stop();
        fanOut.close();
        engine.close();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
