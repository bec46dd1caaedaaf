package io.tillsync.sync.socket;

import io.tillsync.sync.problem.ProblemWriter;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The Socket.IO endpoint in a real Tomcat on a free port of the loopback interface, and nothing else of the application. */
final class SocketServer implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    SocketServer(String... properties) {
        context = new SpringApplicationBuilder(Application.class)
                .web(WebApplicationType.SERVLET)
                .properties(
                        "server.port=0", "server.address=127.0.0.1", "spring.config.location=optional:classpath:/none/")
                .properties("spring.main.banner-mode=off", "logging.level.io.socket=error")
                .properties(properties)
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        ValidationAutoConfiguration.class
    })
    @Import(SocketConfiguration.class)
    static class Application {

        @Bean
        FakeTills tills() {
            return new FakeTills();
        }

        @Bean
        ProblemWriter problems() {
            return new ProblemWriter(JsonMapper.shared(), List.of());
        }
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    FakeTills tills() {
        return context.getBean(FakeTills.class);
    }

    Sockets sockets() {
        return context.getBean(Sockets.class);
    }

    Connections connections() {
        return context.getBean(Connections.class);
    }

    Engine engine() {
        return context.getBean(Engine.class);
    }

    Deadlocks deadlocks() {
        return context.getBean(Deadlocks.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    @Override
    public void close() {
        context.close();
    }
}
