package io.tillsync.console.convergence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;

/** How a till asks for what has changed. */
final class Pull {

    private final Caller caller;
    private final Copy copy;
    private Optional<String> tag = Optional.empty();
    private Optional<String> timestamp = Optional.empty();

    Pull(Caller caller, Copy copy) {
        this.caller = caller;
        this.copy = copy;
    }

    /**
     * Asks until there is nothing more.
     *
     * @throws BrokenOff at any moment: before an answer, or before it is stored
     */
    void changes(int server, Random random) {
        boolean hasMore = true;
        while (hasMore) {
            Call call = Call.get("/sync/changes?limit=" + (1 + random.nextInt(300)) + "&token=" + token());
            Call asked = tag.map(known -> call.with("If-None-Match", known)).orElse(call);
            int dice = random.nextInt(25);
            Answer answer =
                    dice == 0 ? caller.once(server, asked, random.nextInt(10) + 1L) : caller.once(server, asked);
            if (dice == 1 || answer.status() == 503) {
                throw new BrokenOff("before the changes were stored");
            }
            answer.must(200, 304);
            caller.tally().count("pulls " + answer.status());
            hasMore = answer.status() == 200 && take(answer);
        }
    }

    private boolean take(Answer answer) {
        copy.apply(answer.body());
        boolean hasMore = answer.body().path("hasMore").asBoolean();
        assertThat(answer.header("ETag").isPresent()).as("%s", answer).isNotEqualTo(hasMore);
        tag = answer.header("ETag");
        return hasMore;
    }

    /** Asks by the time of the last answer, once it has one. */
    void since(int server) {
        String from = timestamp.map(time -> "since=" + time).orElseGet(() -> "token=" + token());
        Answer answer = available(caller.once(server, Call.get("/sync?limit=10000&" + from)))
                .must(200);
        copy.applySince(answer.body());
        timestamp = Optional.of(answer.body().path("serverTimestamp").asString());
        caller.tally().count("pulls by time");
    }

    /** Waits until there is something. */
    boolean check(int server) {
        Answer answer = available(caller.once(server, Call.get("/sync/check?wait=1&token=" + token())))
                .must(200);
        caller.tally().count("long polls");
        return answer.data().path("hasChanges").asBoolean();
    }

    private static Answer available(Answer answer) {
        if (answer.status() == 503) {
            throw new BrokenOff("unavailable");
        }
        return answer;
    }

    private String token() {
        return copy.syncToken().orElseThrow();
    }
}
