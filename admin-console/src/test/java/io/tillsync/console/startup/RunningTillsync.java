package io.tillsync.console.startup;

import io.tillsync.console.Tillsync;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole application, on a free port, as somebody starts it. */
public final class RunningTillsync implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final CompletableFuture<WebServerInitializedEvent> listening = new CompletableFuture<>();
    private final CompletableFuture<ConfigurableApplicationContext> ready;

    private RunningTillsync(String... settings) {
        SpringApplicationBuilder application = new SpringApplicationBuilder(Tillsync.class)
                .listeners((ApplicationListener<WebServerInitializedEvent>) listening::complete);
        String[] arguments = Stream.concat(Stream.of(settings), Stream.of("server.port=0"))
                .filter(setting -> !setting.equals("server.port=0")
                        || Stream.of(settings).noneMatch(given -> given.startsWith("server.port=")))
                .map(setting -> "--" + setting)
                .toArray(String[]::new);
        this.ready = CompletableFuture.supplyAsync(() -> application.run(arguments), Thread.ofPlatform()::start)
                .whenComplete((context, failure) -> listening.completeExceptionally(
                        failure == null ? new IllegalStateException("Does not listen") : failure));
    }

    /** Returns as soon as it listens, which can be before it is ready. */
    public static RunningTillsync starting(String... settings) {
        RunningTillsync tillsync = new RunningTillsync(settings);
        tillsync.listening.join();
        return tillsync;
    }

    /** Returns as soon as it is ready. */
    public static RunningTillsync started(String... settings) {
        RunningTillsync tillsync = new RunningTillsync(settings);
        tillsync.ready.join();
        return tillsync;
    }

    /** Completes when it is ready, or with the reason for which it is not going to be. */
    public CompletableFuture<ConfigurableApplicationContext> ready() {
        return ready;
    }

    public <T> T bean(Class<T> type) {
        return listening.join().getApplicationContext().getBean(type);
    }

    public URI uri(String path) {
        return URI.create("http://localhost:" + listening.join().getWebServer().getPort() + path);
    }

    public HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(uri(path)).build());
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        ((ConfigurableApplicationContext) listening.join().getApplicationContext()).close();
    }
}
