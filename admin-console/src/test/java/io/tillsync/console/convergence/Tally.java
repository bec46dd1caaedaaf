package io.tillsync.console.convergence;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;

/** What has happened in a run, by name: to be printed, and to see that the run has tried what it is for. */
final class Tally {

    private final Map<String, LongAdder> counts = new ConcurrentSkipListMap<>();
    private final List<Repeated> repeated = new CopyOnWriteArrayList<>();

    /** A write that was sent again since its answer was lost. */
    record Repeated(Call call, Answer first, Answer second) {}

    void count(String what) {
        count(what, 1);
    }

    void count(String what, long times) {
        counts.computeIfAbsent(what, name -> new LongAdder()).add(times);
    }

    long of(String what) {
        LongAdder count = counts.get(what);
        return count == null ? 0 : count.sum();
    }

    void repeated(Call call, Answer first, Answer second) {
        repeated.add(new Repeated(call, first, second));
    }

    List<Repeated> repeated() {
        return repeated;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
