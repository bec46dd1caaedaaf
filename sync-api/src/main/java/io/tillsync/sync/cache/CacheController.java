package io.tillsync.sync.cache;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.cache.Shelf.Space;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.Data;
import io.tillsync.sync.call.WriteRefusals;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.PathTypes;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.redis.Redis;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows what is kept for a business, and throws it away; that is never needed, and does no harm. */
@RestController
@RequestMapping("/api/v1/cache")
class CacheController implements PathTypes {

    private static final String LEFT =
            "Goes through what is kept for three seconds, up to 200,000 keys. What lies beyond, or is in a"
                    + " Redis that does not answer, stays, and does no harm: it is given only as long as it holds.";

    private final Shelf shelf;
    private final Tallies tallies;
    private final Redis redis;
    private final EntityTypes types;
    private final Directory directory;
    private final CallResolver calls;

    CacheController(
            Shelf shelf, Tallies tallies, Redis redis, EntityTypes types, Directory directory, CallResolver calls) {
        this.shelf = shelf;
        this.tallies = tallies;
        this.redis = redis;
        this.types = types;
        this.directory = directory;
        this.calls = calls;
    }

    /**
     * What is kept of a business and its stores.
     *
     * @param used whether there is a Redis at all
     * @param connected whether it is asked at the moment
     * @param complete whether {@code keys} and {@code memory} are all; false where Redis has not answered, or has too many to count
     */
    record CacheStats(boolean used, boolean connected, boolean complete, List<CachedType> types) {}

    /**
     * What is kept of a type.
     *
     * @param hits how often this process has found an answer that held, since its start
     * @param misses how often it has not
     * @param memory the bytes of the answers and their names
     */
    record CachedType(String type, long hits, long misses, long keys, long memory) {}

    @ApiCall(
            id = "readCacheStats",
            summary = "Tells what is kept in Redis, by entity type",
            description =
                    "Hits and misses are those of the process that answers, since its start. Keys and memory are counted for"
                            + " three seconds, up to 200,000 keys; what was left out then, complete tells.",
            traits = Trait.SCOPED,
            refusals = ProblemCode.FORBIDDEN)
    @GetMapping("/stats")
    Data<CacheStats> stats(Caller caller, HttpServletRequest request) {
        Set<LogId> logs = logs(scope(caller, request, Level.BUSINESS));
        Shelf.Count count = shelf.count(logs::contains);
        List<CachedType> all = typesInPath()
                .map(EntityType::name)
                .map(type -> {
                    Space taken = count.space().getOrDefault(type, Space.NONE);
                    return new CachedType(
                            type, tallies.hits(logs, type), tallies.misses(logs, type), taken.keys(), taken.bytes());
                })
                .toList();
        return new Data<>(new CacheStats(redis.isUsed(), redis.isConnected(), count.isComplete(), all));
    }

    @ApiCall(
            id = "clearCacheOfStore",
            summary = "Throws away what is kept of a store",
            description = LEFT,
            traits = Trait.SCOPED,
            answers = 204,
            refusals = ProblemCode.FORBIDDEN)
    @DeleteMapping("/store")
    ResponseEntity<Void> clearStore(Caller caller, HttpServletRequest request) {
        LogId store = Logs.store(scope(caller, request, Level.STORE).storeId().orElseThrow());
        shelf.clear(subject -> subject.log().equals(store));
        return ResponseEntity.noContent().build();
    }

    @ApiCall(
            id = "clearCacheOfEntities",
            summary = "Throws away what is kept of {types}, of the business and all its stores",
            description = LEFT,
            traits = Trait.SCOPED,
            answers = 204,
            refusals = ProblemCode.FORBIDDEN)
    @DeleteMapping("/{type}")
    ResponseEntity<Void> clearType(Caller caller, @PathVariable("type") String name, HttpServletRequest request) {
        Scope scope = scope(caller, request, Level.BUSINESS);
        String type = typesInPath()
                .map(EntityType::name)
                .filter(name::equals)
                .findFirst()
                .orElseThrow(() -> WriteRefusals.notFound().toException());
        Set<LogId> logs = logs(scope);
        shelf.clear(subject -> subject.type().equals(type) && logs.contains(subject.log()));
        return ResponseEntity.noContent().build();
    }

    @Override
    public Stream<EntityType> typesInPath() {
        return types.all().filter(type -> type.level() != Level.INSTALLATION);
    }

    private Scope scope(Caller caller, HttpServletRequest request, Level level) {
        return calls.scope(
                request, caller, level, caller.principal().permissions().mayOperate());
    }

    private Set<LogId> logs(Scope scope) {
        Set<LogId> logs = new HashSet<>(Set.of(Logs.business(scope.businessId())));
        directory.stores(scope.businessId()).forEach(store -> logs.add(Logs.store(store.id())));
        return logs;
    }
}
