package io.tillsync.core.write;

import static org.awaitility.Awaitility.await;

import io.tillsync.core.feed.Feed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Makes requests wait for the same log, in their order, so that they become one batch. */
final class Together {

    private Together() {}

    static List<Outcome.Result> write(TestProcess process, ChangeRequest... requests) {
        return start(process, requests).stream().map(CompletableFuture::join).toList();
    }

    static List<CompletableFuture<Outcome.Result>> start(TestProcess process, ChangeRequest... requests) {
        Feed feed = process.feeds.of(requests[0].home().log());
        return feed.exclusively(() -> {
            List<CompletableFuture<Outcome.Result>> results = new ArrayList<>();
            for (ChangeRequest request : requests) {
                results.add(waiting(process, request));
            }
            return results;
        });
    }

    private static CompletableFuture<Outcome.Result> waiting(TestProcess process, ChangeRequest request) {
        CompletableFuture<Outcome.Result> result = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            try {
                result.complete(process.writers.write(request));
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        caller.start();
        await().pollInterval(Duration.ofMillis(1)).until(() -> caller.getState() == Thread.State.WAITING);
        return result;
    }
}
