package io.tillsync.console.convergence;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Logs;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * A till as {@code docs/protocol.md} tells a vendor to write one, on a bad network: it loses answers, is switched off in the middle of
 * anything, and goes on from what its database holds.
 */
final class Till {

    private static final long MILLI = 1_000_000;

    /** How it follows after its first load. */
    enum Way {
        SOCKET,
        POLL,
        LONG_POLL,
        SINCE
    }

    private final String name;
    private final Way way;
    private final Seed seed;
    private final Caller caller;
    private final Copy copy;
    private final Pull pull;

    /** @param logs which it follows, the business's first */
    Till(String name, Way way, Seed seed, Caller caller, List<LogId> logs, Function<LogId, Long> heads) {
        this.name = name;
        this.way = way;
        this.seed = seed;
        this.caller = caller;
        this.copy = new Copy(logs, heads);
        this.pull = new Pull(caller, copy);
    }

    static List<LogId> logs(String business, String store) {
        return List.of(Logs.business(business), Logs.store(store));
    }

    String name() {
        return name;
    }

    Copy copy() {
        return copy;
    }

    /** Goes from one connection that breaks off to the next, until the copy is as wanted. */
    void runUntil(Predicate<Copy> done) {
        for (int session = 0; !done.test(copy) && !Thread.currentThread().isInterrupted(); session++) {
            Random random = seed.of(name, session);
            try {
                int server = caller.network().servers.any(random);
                if (random.nextInt(15) == 0) {
                    copy.wipe();
                }
                if (copy.syncToken().isEmpty()) {
                    load(server, random);
                }
                follow(server, random, done);
            } catch (BrokenOff e) {
                caller.tally().count("sessions of tills broken off");
            }
            LockSupport.parkNanos(random.nextInt(150) * MILLI);
        }
    }

    private void load(int server, Random random) {
        if (copy.pageToken().isPresent()) {
            caller.tally().count("first loads resumed");
        }
        while (copy.syncToken().isEmpty()) {
            String from = copy.pageToken().map(token -> "&pageToken=" + token).orElse("");
            Call call = Call.get("/sync/full?limit=" + (20 + random.nextInt(200)) + from);
            int dice = random.nextInt(12);
            Answer page = dice == 0 ? caller.once(server, call, random.nextInt(20) + 1L) : caller.once(server, call);
            if (dice == 1 || page.status() == 503) {
                throw new BrokenOff("before the page was stored");
            }
            copy.add(page.must(200).body());
            if (dice == 2) {
                throw new BrokenOff("after the page was stored");
            }
        }
        caller.tally().count("first loads");
    }

    private void follow(int server, Random random, Predicate<Copy> done) {
        int turns = 3 + random.nextInt(40);
        switch (way) {
            case SOCKET -> followBySocket(server, turns, random, done);
            case POLL ->
                repeat(turns, done, () -> {
                    pull.changes(server, random);
                    LockSupport.parkNanos(random.nextInt(60) * MILLI);
                });
            case SINCE ->
                repeat(turns, done, () -> {
                    pull.since(server);
                    LockSupport.parkNanos(random.nextInt(60) * MILLI);
                });
            case LONG_POLL ->
                repeat(turns, done, () -> {
                    if (pull.check(server)) {
                        pull.changes(server, random);
                    }
                });
        }
    }

    private void repeat(int turns, Predicate<Copy> done, Runnable turn) {
        for (int i = 0; i < turns && !done.test(copy); i++) {
            turn.run();
        }
    }

    private void followBySocket(int server, int turns, Random random, Predicate<Copy> done) {
        try (LiveSocket socket = LiveSocket.hello(
                caller.network().client,
                caller.network().servers.address(server),
                caller.token(),
                copy.syncToken().orElseThrow())) {
            JsonNode standing = socket.answerToHello();
            if (standing.path("error").path("code").asString("").equals("unavailable")) {
                throw new BrokenOff("hello was not answered");
            }
            if (!standing.has("behind")) {
                throw new AssertionError("Answer to hello: " + standing);
            }
            if (standing.path("behind").asLong() > 0) {
                pull.changes(server, random);
            }
            repeat(turns, done, () -> socket.next(100).ifPresent(commit -> take(commit, server, random)));
            if (random.nextBoolean()) {
                socket.breakOff();
            }
        }
    }

    private void take(JsonNode commit, int server, Random random) {
        if (copy.follow(commit)) {
            caller.tally().count("commits taken from sockets");
            return;
        }
        if (commit.path("changes").isNull()) {
            caller.tally().count("notices");
            LockSupport.parkNanos(
                    (long) (random.nextDouble() * commit.path("pullAfterMs").asLong() * MILLI));
        }
        caller.tally().count("pulls of socket tills");
        pull.changes(server, random);
    }
}
