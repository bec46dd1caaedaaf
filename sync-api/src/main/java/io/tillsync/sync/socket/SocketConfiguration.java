package io.tillsync.sync.socket;

import io.tillsync.sync.problem.ProblemWriter;
import jakarta.servlet.ServletContext;
import jakarta.websocket.server.ServerContainer;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.socket.server.support.OriginHandshakeInterceptor;
import org.springframework.web.socket.server.support.WebSocketHttpRequestHandler;

/** Serves Socket.IO on {@code /socket.io/}. Needs a {@link SocketAuthenticator} and {@link SocketRequests}. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketProperties.class)
class SocketConfiguration {

    static final String PATH = "/socket.io/";

    private static final int WAITING_BROADCASTS = 1024;
    private static final String FRAME_BUFFER = "org.apache.tomcat.websocket.DEFAULT_BUFFER_SIZE";

    @Bean
    Connections socketConnections() {
        return new Connections();
    }

    @Bean
    Engine socketEngine(SocketProperties properties, SocketRequests requests) {
        return new Engine(properties, new Requests(requests));
    }

    @Bean
    FanOut socketFanOut() {
        return new FanOut(WAITING_BROADCASTS);
    }

    @Bean
    Sockets sockets(Engine engine, Connections connections, FanOut fanOut) {
        return new LiveSockets(engine, connections, fanOut);
    }

    @Bean
    Deadlocks deadlocks(Connections connections) {
        return new Deadlocks(connections);
    }

    @Bean
    SocketMeters socketMeters(Connections connections, Engine engine, FanOut fanOut, Deadlocks deadlocks) {
        return new SocketMeters(connections, engine, fanOut, deadlocks);
    }

    @Bean
    SocketShutdown socketShutdown(SocketProperties properties, Connections connections, FanOut fanOut, Engine engine) {
        return new SocketShutdown(connections, properties.drain(), fanOut, engine);
    }

    @Bean
    WebSocketHttpRequestHandler socketUpgrade(
            SocketProperties properties, Connections connections, Engine engine, SocketAuthenticator authenticator) {
        Admission admission = new Admission(authenticator, connections);
        SocketHandler handler = new SocketHandler(properties, connections, engine, admission);
        WebSocketHttpRequestHandler upgrade = new WebSocketHttpRequestHandler(handler);
        upgrade.setHandshakeInterceptors(
                List.of(new OriginHandshakeInterceptor(properties.allowedOrigins()), new KeptRequestId()));
        return upgrade;
    }

    /** Before the application's own mappings, so that no catch-all of theirs answers here. */
    @Bean
    HandlerMapping socketMapping(
            WebSocketHttpRequestHandler socketUpgrade,
            Connections connections,
            SocketProperties properties,
            ProblemWriter problems) {
        SocketGate gate = new SocketGate(socketUpgrade, connections, properties.maxOpen(), problems);
        return new SimpleUrlHandlerMapping(Map.of(PATH + "**", gate), -1);
    }

    /** Of these Tomcat keeps three for every connection. It reads the size once, before it starts; what a till is told seldom needs more. */
    @Bean
    static WebServerFactoryCustomizer<TomcatServletWebServerFactory> smallerFrames() {
        return factory -> System.getProperties().putIfAbsent(FRAME_BUFFER, "4096");
    }

    /** Tomcat keeps buffers of these sizes for every connection, from the moment it opens. */
    @Bean
    SmartInitializingSingleton socketBuffers(ServletContext context, SocketProperties properties) {
        return () -> {
            if (context.getAttribute(ServerContainer.class.getName()) instanceof ServerContainer container) {
                container.setDefaultMaxTextMessageBufferSize(properties.maxMessageSize());
                container.setDefaultMaxBinaryMessageBufferSize(1);
            }
        };
    }
}
