package io.tillsync.sync.openapi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;

/** A request, and what the server said. */
record Exchange(HttpRequest request, int status, HttpHeaders headers, String body) {

    static Exchange of(HttpRequest request, int status, HttpHeaders headers, byte[] bytes) {
        boolean isGzip =
                headers.firstValue("Content-Encoding").filter("gzip"::equals).isPresent();
        return new Exchange(
                request, status, headers, new String(isGzip ? gunzip(bytes) : bytes, StandardCharsets.UTF_8));
    }

    private static byte[] gunzip(byte[] bytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Exchange withStatus(int other) {
        return new Exchange(request, other, headers, body);
    }

    Exchange withBody(String other) {
        return new Exchange(request, status, headers, other);
    }

    /** The same with another value of a header, or without the header where it is empty. */
    Exchange withHeader(String name, String value) {
        Map<String, List<String>> other = new LinkedHashMap<>(headers.map());
        other.keySet().removeIf(name::equalsIgnoreCase);
        if (!value.isEmpty()) {
            other.put(name, List.of(value));
        }
        return new Exchange(request, status, HttpHeaders.of(other, (key, any) -> true), body);
    }

    boolean isSuccess() {
        return status < 300;
    }

    /** What was sent. */
    byte[] sent() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        request.bodyPublisher()
                .ifPresent(publisher -> publisher.subscribe(new Flow.Subscriber<>() {
                    @Override
                    public void onSubscribe(Flow.Subscription subscription) {
                        subscription.request(Long.MAX_VALUE);
                    }

                    @Override
                    public void onNext(ByteBuffer part) {
                        while (part.hasRemaining()) {
                            bytes.write(part.get());
                        }
                    }

                    @Override
                    public void onError(Throwable fault) {
                        throw new IllegalStateException(fault);
                    }

                    @Override
                    public void onComplete() {}
                }));
        return bytes.toByteArray();
    }

    @Override
    public String toString() {
        return request.method() + " " + request.uri() + " -> " + status + " " + headers.map() + "\n"
                + body.substring(0, Math.min(body.length(), 2000));
    }
}
