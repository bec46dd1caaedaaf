package io.tillsync.benchmarks.loop;

import io.tillsync.core.merge.ThreeWay;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.sync.call.EntityJson;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import org.bson.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** Merges two edits of one product, and writes one as JSON. */
@State(Scope.Benchmark)
public class ContentLoop {

    private final JsonMapper json = JsonMapper.builder().build();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(2_000);
    private final Document base = States.product(1);
    private final Document server = new Document(base).append("price", new BigDecimal("13.00"));
    private final Document client = new Document(base).append("name", "Spelt noodles");
    private final EntityType products = EntityType.named("products", "product", Level.BUSINESS)
            .fields(
                    Field.text("name", 200).required(),
                    Field.money("price").required(),
                    Field.text("sku", 64),
                    Field.text("barcode", 64),
                    Field.longText("description", 5000),
                    Field.money("cost"),
                    Field.flag("isActive"))
            .build();

    @Benchmark
    public ThreeWay merge() {
        return ThreeWay.compare(base, server, client);
    }

    @Benchmark
    public int encode() {
        out.reset();
        try (JsonGenerator generator = json.createGenerator(out)) {
            EntityJson.write(generator, products, base);
        }
        return out.size();
    }
}
