package io.tillsync.sync.socket;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;

/** What operators watch. That sessions and engine entries stay equal shows that nothing leaks. */
final class SocketMeters implements MeterBinder {

    private final Connections connections;
    private final Engine engine;
    private final FanOut fanOut;
    private final Deadlocks deadlocks;

    SocketMeters(Connections connections, Engine engine, FanOut fanOut, Deadlocks deadlocks) {
        this.connections = connections;
        this.engine = engine;
        this.fanOut = fanOut;
        this.deadlocks = deadlocks;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        gauge(
                registry,
                "tillsync.socket.connected",
                "Clients authenticated and connected",
                Connections::joined,
                connections);
        gauge(registry, "tillsync.socket.sessions", "Open WebSockets", Connections::open, connections);
        gauge(registry, "tillsync.socket.engine.entries", "Connections the library knows", Engine::entries, engine);
        gauge(
                registry,
                "tillsync.socket.broadcasts.waiting",
                "Broadcasts not yet handed to clients",
                FanOut::waiting,
                fanOut);
        gauge(
                registry,
                "tillsync.socket.deadlocked",
                "Threads and connections stuck for ever",
                d -> d.lately().size(),
                deadlocks);
        FunctionCounter.builder("tillsync.socket.overflows", connections, Connections::overflows)
                .description("Clients closed since they were too slow")
                .register(registry);
    }

    private static <T> void gauge(
            MeterRegistry registry, String name, String description, ToDoubleFunction<T> value, T of) {
        Gauge.builder(name, of, value).description(description).register(registry);
    }
}
