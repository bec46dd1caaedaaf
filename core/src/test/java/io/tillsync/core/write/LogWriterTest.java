package io.tillsync.core.write;

import static io.tillsync.core.write.TestProcess.BUSINESS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.EmbeddedMongo;
import io.tillsync.core.write.Outcome.Applied;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LogWriterTest {
    @Test
    void smoke() {
        try (EmbeddedMongo mongo = EmbeddedMongo.start()) {
            TestProcess process = TestProcess.over(mongo.database());
            assertThat(process.edit(
                            new Edit.Create("products", "p", Map.of("name", "A", "price", BigDecimal.ONE, "sku", "x"))))
                    .isInstanceOf(Applied.class);
            Agreement.check(mongo.database(), BUSINESS);
        }
    }
}
