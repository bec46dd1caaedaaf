package io.tillsync.console.dashboard;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillsync.audit.log.Hash;
import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Place;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.stock.StockLevels;
import io.tillsync.core.stock.StockLevels.Levels;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Remembers which stocks have run low: they are looked through again only where something was committed, and no page waits for it. */
@Component
class StockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(StockWatch.class);
    private static final long PATIENCE_MS = 40;

    private final StockLevels levels;
    private final Feeds feeds;
    private final Cache<LogId, Look> looks =
            Caffeine.newBuilder().maximumSize(1_000).executor(Runnable::run).build();

    StockWatch(StockLevels levels, Feeds feeds) {
        this.levels = levels;
        this.feeds = feeds;
    }

    /** What was found, or is going to be, where the logs ended like that; and what was found before it. */
    private record Look(List<Hash> heads, CompletableFuture<Levels> found, Optional<Levels> before) {

        Optional<Levels> last() {
            return found.isDone() && !found.isCompletedExceptionally() ? Optional.of(found.join()) : before;
        }
    }

    /** What is known now; empty where nothing is yet. */
    Optional<Levels> of(Place place) {
        LogId store = place.ofStore().log();
        List<Hash> heads =
                place.logs().stream().map(feeds::head).map(head -> head.hash()).toList();
        Look look = looks.asMap().compute(store, (log, known) -> {
            if (known != null && (known.heads().equals(heads) || !known.found().isDone())) {
                return known.found().isCompletedExceptionally() ? look(place, heads, known.before()) : known;
            }
            return look(place, heads, known == null ? Optional.empty() : known.last());
        });
        return await(look);
    }

    private Look look(Place place, List<Hash> heads, Optional<Levels> before) {
        CompletableFuture<Levels> found = CompletableFuture.supplyAsync(
                () -> levels.of(place.ofBusiness().log(), place.ofStore().log()),
                task -> Thread.ofVirtual().name("stock-watch").start(task));
        return new Look(heads, found, before);
    }

    private static Optional<Levels> await(Look look) {
        try {
            return Optional.of(look.found().get(PATIENCE_MS, TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return look.before();
        } catch (ExecutionException e) {
            LOG.debug("Stocks cannot be looked through now", e);
            return look.before();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return look.before();
        }
    }
}
