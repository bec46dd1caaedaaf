package io.tillsync.core.write;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** What several processes do to the same logs, one step after the other, and what disturbs them meanwhile. */
final class Plan {

    static final int PROCESSES = 3;

    private Plan() {}

    sealed interface Step {}

    /** Requests that come in together. */
    record Write(int process, List<Request> requests, Optional<Disturbance> disturbance) implements Step {}

    /** A process looks for what others have done. */
    record Follow(int process) implements Step {}

    /** A process ends, and another begins in its place. */
    record Restart(int process) implements Step {}

    /** Clocks go wrong, also backwards. */
    record Clock(int seconds) implements Step {}

    /** @param repeats whether it is the request that came before it, once more */
    record Request(boolean repeats, boolean apart, List<Wish> wishes) {}

    /** An edit whose versions are those of the moment at which it is made. */
    record Wish(Kind kind, int entity, Basis basis, int value, int reference) {}

    enum Kind {
        CREATE_PRODUCT,
        CREATE_CATEGORY,
        CREATE_LABEL,
        SKU,
        BARCODE,
        NAME,
        CATEGORY,
        PARENT,
        LABEL_COLOR,
        LABEL_PRODUCTS,
        DELETE_PRODUCT,
        DELETE_CATEGORY,
        RESTORE_PRODUCT,
        RESTORE_CATEGORY,
        ADD_STOCK
    }

    enum Basis {
        CURRENT,
        STALE,
        STALE_BUT_MERGING,
        AHEAD,
        ANY
    }

    /** Happens at one of the writes to the database that a step costs; more than there are, and nothing happens. */
    record Disturbance(int atWrite, Sort sort, Request other) {}

    enum Sort {
        DIES_BEFORE,
        DIES_HALFWAY,
        DIES_AFTER,
        LOSES_THE_REQUEST,
        LOSES_THE_ANSWER,
        HALF_ARRIVES,
        IS_OVERTAKEN,
        IS_OVERTAKEN_HALFWAY
    }

    static Arbitrary<List<Step>> plans() {
        return Arbitraries.frequencyOf(
                        Tuple.of(12, writes()),
                        Tuple.of(2, process().map(Follow::new)),
                        Tuple.of(1, process().map(Restart::new)),
                        Tuple.of(1, Arbitraries.integers().between(-5, 5).map(Clock::new)))
                .list()
                .ofMinSize(8)
                .ofMaxSize(24);
    }

    private static Arbitrary<Integer> process() {
        return Arbitraries.integers().between(0, PROCESSES - 1);
    }

    private static Arbitrary<Step> writes() {
        return Combinators.combine(
                        process(),
                        requests().list().ofMinSize(1).ofMaxSize(3),
                        disturbances().optional(0.4))
                .as(Write::new);
    }

    private static Arbitrary<Request> requests() {
        return Combinators.combine(
                        Arbitraries.frequency(Tuple.of(8, false), Tuple.of(1, true)),
                        Arbitraries.of(true, false),
                        wishes().list().ofMinSize(1).ofMaxSize(4))
                .as(Request::new);
    }

    private static Arbitrary<Wish> wishes() {
        return Combinators.combine(
                        Arbitraries.of(Kind.class),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequency(
                                Tuple.of(6, Basis.CURRENT),
                                Tuple.of(1, Basis.STALE),
                                Tuple.of(2, Basis.STALE_BUT_MERGING),
                                Tuple.of(1, Basis.AHEAD),
                                Tuple.of(2, Basis.ANY)),
                        Arbitraries.integers().between(-1, 3),
                        Arbitraries.integers().between(-1, 3))
                .as(Wish::new);
    }

    private static Arbitrary<Disturbance> disturbances() {
        return Combinators.combine(Arbitraries.integers().between(1, 6), Arbitraries.of(Sort.class), requests())
                .as(Disturbance::new);
    }
}
