package io.tillsync.sync.metrics;

import com.mongodb.MongoException;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.core.importing.Counts;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.importing.UnderWay;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** How far imports are, of all processes; and what has become of the rows that this one has imported. */
@Component
class ImportMeters {

    private static final Logger LOG = LoggerFactory.getLogger(ImportMeters.class);

    private final Imports imports;
    private volatile Optional<UnderWay> underWay = Optional.empty();

    ImportMeters(MeterRegistry meters, Imports imports) {
        this.imports = imports;
        gauge(meters, "tillsync.imports.running", "Imports that run, in all processes", UnderWay::running);
        gauge(meters, "tillsync.imports.queued", "Imports that wait", UnderWay::queued);
        gauge(meters, "tillsync.imports.rows.done", "Rows of the running imports that are done", UnderWay::rowsDone);
        gauge(meters, "tillsync.imports.rows.expected", "Rows that the running imports have in all", UnderWay::rows);
        counter(meters, "created", Counts::created);
        counter(meters, "updated", Counts::updated);
        counter(meters, "unchanged", Counts::unchanged);
        counter(meters, "rejected", Counts::rejected);
    }

    private void gauge(MeterRegistry meters, String name, String description, ToDoubleFunction<UnderWay> value) {
        Gauge.builder(
                        name,
                        this,
                        self -> self.underWay.map(value::applyAsDouble).orElse(0.0))
                .description(description)
                .register(meters);
    }

    private void counter(MeterRegistry meters, String result, ToDoubleFunction<Counts> value) {
        FunctionCounter.builder("tillsync.import.rows", imports, all -> value.applyAsDouble(all.imported()))
                .description("Rows that this process has imported, by what has become of them")
                .tag("result", result)
                .register(meters);
    }

    @Scheduled(fixedDelay = 15, timeUnit = TimeUnit.SECONDS)
    void look() {
        try {
            underWay = Optional.of(imports.underWay());
        } catch (MongoException e) {
            LOG.debug("How far imports are is not known now: {}", e.toString());
        }
    }
}
