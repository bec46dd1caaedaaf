package io.tillsync.sync.openapi;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** One mapping for all types, as the real one will be. The id says what the answer is like. */
@RestController
@RequestMapping("/api/v1/catalog/{type}")
class CatalogController {
    private static final Map<String, Object> MILK =
            Map.of("id", "1", "syncVersion", 1, "name", "Milk", "price", new BigDecimal("1.20"));

    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(ref = "#/components/schemas/EntityPage")))
    ResponseEntity<Object> page(@PathVariable String type) {
        return ResponseEntity.ok(Map.of("data", List.of(MILK), "page", Map.of("limit", 50)));
    }

    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/EntityAnswer")))
    ResponseEntity<Object> one(@PathVariable String type, @PathVariable String id) {
        return switch (id) {
            case "right" -> ResponseEntity.ok(Map.of("data", MILK));
            case "wrong-type" -> ResponseEntity.ok(Map.of("data", with("price", "1.20")));
            case "unknown-field" -> ResponseEntity.ok(Map.of("data", with("colour", "white")));
            case "missing-field" -> ResponseEntity.ok(Map.of("data", Map.of("id", "1", "syncVersion", 1)));
            case "wrong-status" -> ResponseEntity.status(202).body(Map.of("data", MILK));
            case "wrong-media-type" ->
                ResponseEntity.ok().header("Content-Type", "text/plain").body("milk");
            case "wrong-problem" ->
                ResponseEntity.status(404)
                        .header("Content-Type", "application/problem+json")
                        .body(Map.of("code", "no-such-code"));
            default ->
                throw Problem.of(ProblemCode.NOT_FOUND, "No such product.").toException();
        };
    }

    @PutMapping("/{id}")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/EntityWrite")))
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(ref = "#/components/schemas/EntityAnswer")))
    ResponseEntity<Object> replace(@PathVariable String type, @PathVariable String id, @RequestBody ObjectNode body) {
        return ResponseEntity.ok(Map.of("data", MILK));
    }

    private static Map<String, Object> with(String field, Object value) {
        var changed = new java.util.HashMap<>(MILK);
        changed.put(field, value);
        return changed;
    }
}
