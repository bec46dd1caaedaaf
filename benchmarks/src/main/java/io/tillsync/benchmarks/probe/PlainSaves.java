package io.tillsync.benchmarks.probe;

import java.math.BigDecimal;
import java.util.Map;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What many a shop does instead: load, change, save with a {@code @Version}; no history, no feed, no proof of a repetition. */
@RestController
class PlainSaves {

    private final MongoTemplate template;

    PlainSaves(MongoTemplate template) {
        this.template = template;
    }

    /** A product's fields. */
    record Plain(
            @Id String id,
            @Version Long version,
            String name,
            BigDecimal price,
            BigDecimal cost,
            String sku,
            String barcode,
            String description) {

        Plain priced(BigDecimal newPrice) {
            return new Plain(id, version, name, newPrice, cost, sku, barcode, description);
        }
    }

    @PostMapping(path = "/api/v1/plain", produces = MediaType.APPLICATION_JSON_VALUE)
    Plain create(@RequestBody Plain product) {
        return template.insert(product);
    }

    @PutMapping(path = "/api/v1/plain/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Plain> price(@PathVariable String id, @RequestBody Map<String, BigDecimal> change) {
        Plain found = template.findById(id, Plain.class);
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        try {
            return ResponseEntity.ok(template.save(found.priced(change.getOrDefault("price", BigDecimal.ONE))));
        } catch (OptimisticLockingFailureException e) {
            return ResponseEntity.status(409).build();
        }
    }
}
