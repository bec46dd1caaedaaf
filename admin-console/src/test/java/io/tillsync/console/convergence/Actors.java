package io.tillsync.console.convergence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Runs those who act at the same time; the first who fails ends it for all. */
final class Actors implements AutoCloseable {

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();

    /** Some of them. */
    final class Group {

        private final List<CompletableFuture<Void>> running = new ArrayList<>();

        void start(String name, Runnable actor) {
            running.add(CompletableFuture.runAsync(actor, threads).whenComplete((nothing, fault) -> {
                if (fault != null) {
                    failure.completeExceptionally(new AssertionError(name + " failed", fault));
                }
            }));
        }

        void await(Duration time) {
            CompletableFuture<Void> all = CompletableFuture.allOf(running.toArray(CompletableFuture[]::new));
            try {
                CompletableFuture.anyOf(failure, all)
                        .orTimeout(time.toSeconds(), TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                throw new AssertionError("Not done", e.getCause());
            }
        }
    }

    Group group() {
        return new Group();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
