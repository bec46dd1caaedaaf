package io.tillsync.sync.cache;

import io.micrometer.core.instrument.MeterRegistry;
import io.tillsync.audit.log.LogId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.stereotype.Component;

/** Counts what came of looking for kept answers, in this process since its start. */
@Component
class Tallies {

    /** What came of a question. */
    enum Result {
        /** There was an answer that holds. */
        HIT,
        /** There was none. */
        MISS,
        /** There was one that no longer holds, or of which that is not known. */
        STALE,
        /** Redis was not asked, or did not answer. */
        UNAVAILABLE,
        /** Somebody else was about to read the same, and what he read was given. */
        SHARED
    }

    private final Map<Subject, Tally> tallies = new ConcurrentHashMap<>();
    private final MeterRegistry meters;

    Tallies(MeterRegistry meters) {
        this.meters = meters;
    }

    /** How often an answer was there, and how often not. */
    private record Tally(LongAdder hits, LongAdder misses) {}

    void count(Question question, Result result) {
        meters.counter(
                        "tillsync.cache.requests",
                        "kind",
                        question.kind().word(),
                        "type",
                        question.type().name(),
                        "result",
                        result.name().toLowerCase(Locale.ROOT))
                .increment();
        Tally tally =
                tallies.computeIfAbsent(question.subject(), subject -> new Tally(new LongAdder(), new LongAdder()));
        (result == Result.HIT || result == Result.SHARED ? tally.hits() : tally.misses()).increment();
    }

    long hits(Collection<LogId> logs, String type) {
        return logs.stream()
                .flatMap(log -> Optional.ofNullable(tallies.get(new Subject(log, type))).stream())
                .mapToLong(tally -> tally.hits().sum())
                .sum();
    }

    long misses(Collection<LogId> logs, String type) {
        return logs.stream()
                .flatMap(log -> Optional.ofNullable(tallies.get(new Subject(log, type))).stream())
                .mapToLong(tally -> tally.misses().sum())
                .sum();
    }
}
