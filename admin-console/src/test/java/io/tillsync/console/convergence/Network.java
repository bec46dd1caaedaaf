package io.tillsync.console.convergence;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How requests get to the servers, and how they don't. */
final class Network implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    final Servers servers;

    Network(Servers servers) {
        this.servers = servers;
    }

    /**
     * Sends a request and waits for the answer.
     *
     * @throws BrokenOff where there is none
     */
    Answer send(int server, Call call) {
        return send(server, call, PATIENCE.toMillis());
    }

    /** Sends a request, and pulls the cable after so many milliseconds: it may or may not have arrived, the answer too. */
    Answer send(int server, Call call, long millis) {
        URI uri = URI.create(servers.address(server) + "/api/v1" + call.path());
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).method(call.method(), call.body().get());
        call.headers().forEach(request::header);
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return Answer.of(answer.get(millis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new BrokenOff("after " + millis + " ms: " + call);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException) {
                throw new BrokenOff(e.getCause() + ": " + call);
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
