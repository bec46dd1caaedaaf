package io.tillsync.sync.server;

import com.mongodb.MongoTimeoutException;
import io.tillsync.sync.http.Timestamps;
import io.tillsync.sync.json.JsonBodies;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.HttpDate;
import io.tillsync.sync.precondition.Preconditions;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.async.DeferredResult;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

@RestController
@RequestMapping("/api/v1")
class ProbeController {
    static final String LARGE = "{\"data\":[" + "\"the same again and again\",".repeat(1000) + "\"end\"]}";
    static final Instant MODIFIED = Instant.parse("2026-01-16T10:29:00.500Z");

    /** How many endless answers have ended. */
    static final AtomicInteger GIVEN_UP = new AtomicInteger();

    private final Clock clock;
    private final JsonBodies bodies;

    ProbeController(Clock clock, JsonBodies bodies) {
        this.clock = clock;
        this.bodies = bodies;
    }

    @RequestMapping(
            path = "/echo",
            method = {RequestMethod.POST, RequestMethod.PATCH})
    Map<String, Object> echo(HttpServletRequest request) {
        return Map.of("data", bodies.object(request));
    }

    @GetMapping("/versioned/{id}")
    ResponseEntity<Object> versioned(@PathVariable String id, HttpServletRequest request) {
        var tag = EntityTags.ofVersion(5);
        boolean unmodified = Preconditions.of(request).isNotModified(tag, MODIFIED, clock.instant());
        var answer = ResponseEntity.status(unmodified ? 304 : 200)
                .eTag(tag.formattedTag())
                .header("Last-Modified", HttpDate.format(MODIFIED));
        return unmodified ? answer.build() : answer.body(Map.of("data", List.of(id, "x".repeat(5000))));
    }

    @GetMapping("/streamed")
    ResponseEntity<StreamingResponseBody> streamed() {
        return ResponseEntity.ok()
                .eTag("\"v5\"")
                .header("Content-Type", "application/json")
                .body(out -> {
                    for (byte part : LARGE.getBytes(StandardCharsets.UTF_8)) {
                        out.write(part);
                    }
                });
    }

    @GetMapping("/direct")
    void direct(HttpServletResponse response) throws IOException {
        response.setHeader("ETag", "\"v5\"");
        response.setContentType("text/csv;charset=UTF-8");
        try (var out = response.getOutputStream()) {
            out.write(LARGE.getBytes(StandardCharsets.UTF_8));
        }
    }

    @GetMapping("/broken-off")
    ResponseEntity<StreamingResponseBody> brokenOff() {
        return ResponseEntity.ok().header("Content-Type", "application/json").body(out -> {
            out.write(LARGE.getBytes(StandardCharsets.UTF_8));
            throw new IllegalStateException("secret");
        });
    }

    @GetMapping("/endless")
    ResponseEntity<StreamingResponseBody> endless() {
        return ResponseEntity.ok().header("Content-Type", "application/json").body(out -> {
            try {
                while (true) {
                    out.write(LARGE.getBytes(StandardCharsets.UTF_8));
                }
            } finally {
                GIVEN_UP.incrementAndGet();
            }
        });
    }

    @GetMapping("/conflict")
    void conflict(HttpServletResponse response) {
        response.setHeader("ETag", "\"v5\"");
        throw Problem.of(ProblemCode.VERSION_CONFLICT, "Read it again, and decide.")
                .withStatus(412)
                .with("entityType", "products")
                .with("currentVersion", 7)
                .with("base", null)
                .toException();
    }

    @GetMapping("/limited")
    Map<String, Object> limited(@RequestParam int limit) {
        return Map.of("data", limit);
    }

    @GetMapping("/store-away")
    void storeAway() {
        throw new IllegalStateException("wrapped", new MongoTimeoutException("mongodb://secret:27017"));
    }

    @GetMapping("/unforeseen")
    void unforeseen() {
        throw new IllegalStateException("secret");
    }

    @GetMapping("/late")
    DeferredResult<String> late() {
        return new DeferredResult<>(50L);
    }

    @GetMapping({"/closed/thing", "/denied/thing"})
    void closed() {}

    @PostMapping("/imports/{type}")
    Map<String, Object> imported(@PathVariable String type, InputStream body) throws IOException {
        long bytes = 0;
        for (byte[] part = body.readNBytes(65536); part.length > 0; part = body.readNBytes(65536)) {
            bytes += part.length;
        }
        return Map.of("type", type, "bytes", bytes, "at", Timestamps.format(clock.instant()));
    }
}
