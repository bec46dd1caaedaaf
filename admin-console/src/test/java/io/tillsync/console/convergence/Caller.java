package io.tillsync.console.convergence;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody with a token.
 *
 * @param actor as commits name them: {@code user:…} or {@code terminal:…}
 */
record Caller(Network network, Tally tally, String actor, String token) {

    private static final long PAUSE_NANOS = 100_000_000;
    private static final int TRIES = 300;

    /** Asks until there is an answer, of whichever server; a write must carry a key, or do no harm twice. */
    Answer call(int server, Call call) {
        int asked = server;
        for (int tries = 0; tries < TRIES; tries++) {
            try {
                Answer answer = once(asked, call);
                if (answer.status() != 503) {
                    return answer;
                }
            } catch (BrokenOff e) {
                tally.count("requests without an answer");
            }
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Given up");
            }
            asked = network.servers.other(asked);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("No answer: " + call);
    }

    /** The same, but the first answer, or even two of them, may get lost on the way. */
    Answer callOverBadNetwork(int server, Call call, Random random) {
        int asked = server;
        int dice = random.nextInt(10);
        if (dice < 2) {
            asked = breakOff(asked, call, random.nextInt(15) + 1L);
        }
        if (dice == 1 || dice == 2) {
            Answer lost = call(asked, call);
            Answer again = call(random.nextBoolean() ? asked : network.servers.other(asked), call);
            tally.count("answers lost and asked for again");
            tally.repeated(call, lost, again);
            return again;
        }
        return call(asked, call);
    }

    private int breakOff(int server, Call call, long millis) {
        try {
            Answer unused = network.send(server, authorized(call), millis);
            return server;
        } catch (BrokenOff e) {
            tally.count("requests broken off");
            return network.servers.other(server);
        }
    }

    /**
     * Asks once.
     *
     * @throws BrokenOff where there is no answer
     */
    Answer once(int server, Call call) {
        return network.send(server, authorized(call));
    }

    Answer once(int server, Call call, long millis) {
        return network.send(server, authorized(call), millis);
    }

    private Call authorized(Call call) {
        return call.with("Authorization", "Bearer " + token);
    }
}
