package io.tillsync.benchmarks.probe;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A handler that does nothing, where the product's own are: behind the same filters, for the same callers, answered in the same format. */
@RestController
class EmptyController {

    @GetMapping(path = "/api/v1/empty", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, String> empty() {
        return Map.of();
    }
}
