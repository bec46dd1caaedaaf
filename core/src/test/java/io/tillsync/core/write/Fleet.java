package io.tillsync.core.write;

import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.STORE;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Interposed.Call;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.SettableClock;
import io.tillsync.core.feed.Feed;
import io.tillsync.core.feed.FeedProperties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/** Several processes that do what a {@link Plan} says, and remember what they were told. */
final class Fleet {

    private final MongoDatabase database;
    private final SettableClock clock = new SettableClock();
    private final List<Member> members = new ArrayList<>();
    private final Wishes wishes;
    private final Map<String, List<Change>> acknowledged = new HashMap<>();
    private final Set<String> refused = new HashSet<>();
    private Optional<ChangeRequest> last = Optional.empty();

    Fleet(MongoDatabase database) {
        this.database = database;
        this.wishes = new Wishes(database);
        for (int i = 0; i < Plan.PROCESSES; i++) {
            members.add(new Member());
        }
    }

    /** One process, with what disturbs it at the moment. */
    private final class Member {
        private final TestProcess process = new TestProcess(
                Interposed.over(database, this::on),
                clock,
                new WriteProperties(1000, Duration.ofMillis(40)),
                FeedProperties.defaults());
        private Optional<Plan.Disturbance> disturbance = Optional.empty();
        private int writes;
        private boolean dead;

        private Object on(Call call) throws Throwable {
            if (dead) {
                throw lost();
            }
            if (!call.isWrite()
                    || disturbance.isEmpty()
                    || ++writes != disturbance.get().atWrite()) {
                return call.proceed();
            }
            Plan.Disturbance now = disturbance.get();
            disturbance = Optional.empty();
            return disturbed(call, now);
        }

        private Object disturbed(Call call, Plan.Disturbance now) throws Throwable {
            switch (now.sort()) {
                case DIES_BEFORE, LOSES_THE_REQUEST -> {}
                case DIES_HALFWAY, HALF_ARRIVES -> half(call);
                case DIES_AFTER, LOSES_THE_ANSWER -> call.proceed();
                case IS_OVERTAKEN -> {
                    overtake(now.other());
                    return call.proceed();
                }
                case IS_OVERTAKEN_HALFWAY -> {
                    half(call);
                    overtake(now.other());
                    return call.proceed();
                }
            }
            dead = now.sort().name().startsWith("DIES");
            throw lost();
        }

        private void overtake(Plan.Request other) {
            Member another = members.get((members.indexOf(this) + 1) % members.size());
            wishes.requests(other).forEach(request -> write(another, request));
        }
    }

    private static void half(Call call) throws Throwable {
        if (call.documents().size() > 1) {
            call.proceedWithFirst(call.documents().size() / 2);
        }
    }

    private static MongoSocketReadException lost() {
        return new MongoSocketReadException("as planned", new ServerAddress());
    }

    void take(Plan.Step step) {
        switch (step) {
            case Plan.Clock moved -> clock.advance(Duration.ofSeconds(moved.seconds()));
            case Plan.Follow follow ->
                members.get(follow.process()).process.feeds.followAll();
            case Plan.Restart restart -> members.set(restart.process(), new Member());
            case Plan.Write write -> take(write);
        }
    }

    private void take(Plan.Write step) {
        Member member = members.get(step.process());
        member.writes = 0;
        member.disturbance = step.disturbance();
        List<ChangeRequest> requests =
                step.requests().stream().flatMap(this::requests).toList();
        for (LogId log : List.of(BUSINESS, STORE)) {
            ChangeRequest[] together = requests.stream()
                    .filter(request -> request.home().log().equals(log))
                    .toArray(ChangeRequest[]::new);
            if (together.length == 1) {
                write(member, together[0]);
            } else if (together.length > 1) {
                List<CompletableFuture<Outcome.Result>> results = Together.start(member.process, together);
                for (int i = 0; i < together.length; i++) {
                    note(together[i], results.get(i));
                }
            }
        }
        if (member.dead) {
            members.set(step.process(), new Member());
        }
        member.disturbance = Optional.empty();
    }

    private Stream<ChangeRequest> requests(Plan.Request planned) {
        if (planned.repeats() && last.isPresent()) {
            return last.stream();
        }
        List<ChangeRequest> requests = wishes.requests(planned);
        if (!requests.isEmpty()) {
            last = Optional.of(requests.getFirst());
        }
        return requests.stream();
    }

    private void write(Member member, ChangeRequest request) {
        CompletableFuture<Outcome.Result> result = new CompletableFuture<>();
        try {
            result.complete(member.process.writers.write(request));
        } catch (Unavailable e) {
            result.completeExceptionally(e);
        }
        note(request, result);
    }

    /** Whoever got no answer knows nothing; who got one can rely on it. */
    private void note(ChangeRequest request, CompletableFuture<Outcome.Result> answered) {
        String operation = request.home().log().key(request.operation().id());
        List<Outcome> outcomes;
        try {
            outcomes = answered.join().outcomes();
        } catch (CompletionException e) {
            assertThat(e).hasCauseInstanceOf(Unavailable.class);
            refused.remove(operation); // It may have been refused before, and be in the log now.
            return;
        }
        assertThat(outcomes).hasSameSizeAs(request.edits());
        List<Change> changes = Verdicts.changes(outcomes);
        if (changes.isEmpty()) {
            refused.add(operation);
        } else {
            List<Change> before = acknowledged.putIfAbsent(operation, changes);
            assertThat(before == null || before.equals(changes))
                    .as("the same answer")
                    .isTrue();
            refused.remove(operation);
        }
        assertThat(request.apart()
                        || changes.isEmpty()
                        || outcomes.stream().noneMatch(Outcome.Refused.class::isInstance))
                .as("all or nothing: %s", outcomes)
                .isTrue();
    }

    /** After all that, a new process finds everything in agreement, and everybody was told the truth. */
    void check() {
        TestProcess fresh = TestProcess.over(database);
        for (LogId log : List.of(BUSINESS, STORE)) {
            fresh.feeds.head(log);
            Agreement.check(database, log);
            List<Commit> commits = fresh.log(log);
            checkPromises(log, commits);
            members.forEach(member -> checkFeed(member.process.feeds.of(log), commits));
            fresh.projections.rebuild(log);
            Agreement.check(database, log);
        }
    }

    private void checkPromises(LogId log, List<Commit> commits) {
        Map<String, List<Change>> made = new HashMap<>();
        commits.forEach(commit -> made.put(log.key(commit.operation().id()), commit.changes()));
        acknowledged.forEach((operation, changes) -> {
            if (operation.startsWith(log.key(""))) {
                assertThat(made.get(operation)).as("acknowledged %s", operation).isEqualTo(changes);
            }
        });
        assertThat(made).doesNotContainKeys(refused.toArray(String[]::new));
    }

    private static void checkFeed(Feed feed, List<Commit> commits) {
        Seq head = feed.head(Duration.ZERO).seq();
        assertThat(head.value()).isEqualTo(commits.size());
        for (int from = 0; from <= commits.size(); from++) {
            List<Commit> rest = commits.subList(from, commits.size());
            feed.tail(new Seq(from), head).ifPresent(held -> assertThat(held).isEqualTo(rest));
        }
    }
}
