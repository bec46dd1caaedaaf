package io.tillsync.core.tenancy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Who and what there is: businesses, stores, users and terminals, as the installation's log has them at its head, which is at most a
 * second old. What was asked for before costs no access to the database until it changes.
 *
 * <p>All of it throws {@link com.mongodb.MongoException} where the database would have to be asked and does not answer.
 */
@Component
public class Directory {

    private static final Entities.Query ALL = new Entities.Query("", Map.of(), Map.of(), Optional.empty(), false);
    private static final int MOST_STATES = 20_000;
    private static final int MOST_BUSINESSES = 2_000;
    private static final int MOST_STORES = 10_000;

    private final Feeds feeds;
    private final Projections projections;
    private final Entities entities;
    private final Cache<Key, Document> states = Caffeine.newBuilder()
            .maximumSize(MOST_STATES)
            .executor(Runnable::run)
            .build();
    private final Cache<String, List<Store>> storesByBusiness = Caffeine.newBuilder()
            .maximumSize(MOST_BUSINESSES)
            .executor(Runnable::run)
            .build();
    private volatile Head known = Head.empty(Logs.INSTALLATION);

    private record Key(String type, String id) {}

    Directory(Feeds feeds, Projections projections, Entities entities) {
        this.entities = entities;
        this.feeds = feeds;
        this.projections = projections;
    }

    public Optional<Business> business(String id) {
        return find(BusinessType.NAME, id).map(Business::of);
    }

    public Optional<Store> store(String id) {
        return find(StoreType.NAME, id).map(Store::of);
    }

    public Optional<User> user(String id) {
        return find(UserType.NAME, id).map(User::of);
    }

    public Optional<Terminal> terminal(String id) {
        return find(TerminalType.NAME, id).map(Terminal::of);
    }

    /** The stores of a business in the order of their ids; none where there is no such business. */
    public List<Store> stores(String businessId) {
        forward();
        return storesByBusiness.get(businessId, this::readStores);
    }

    /** The user of a name, whatever the case it is written in. Always asks the database for the name. */
    Optional<User> userNamed(String username) {
        return UserType.TYPE
                .uniques()
                .getFirst()
                .key(new Document(UserType.USERNAME, username))
                .flatMap(this::holder)
                .flatMap(this::user);
    }

    private Optional<String> holder(String key) {
        return Optional.ofNullable(
                projections.holders(Logs.INSTALLATION, List.of(key)).get(key));
    }

    /** Some businesses in the order of their ids. Always asks the database. */
    public List<Business> businesses(int limit) {
        return entities.list(Logs.INSTALLATION, BusinessType.TYPE, ALL, Optional.empty(), limit).states().stream()
                .map(Business::of)
                .toList();
    }

    Optional<? extends Access> access(Subject subject) {
        return switch (subject.kind()) {
            case USER -> user(subject.id());
            case TERMINAL -> terminal(subject.id());
        };
    }

    private Optional<Document> find(String type, String id) {
        if (!EntityId.isValid(id)) {
            return Optional.empty();
        }
        forward();
        return Optional.ofNullable(states.get(new Key(type, id), this::readState))
                .filter(SystemFields::isActive);
    }

    /** What is not there is not remembered: the ids that do not exist are too many. */
    private @Nullable Document readState(Key key) {
        return projections.state(Logs.INSTALLATION, key.type(), key.id()).orElse(null);
    }

    private List<Store> readStores(String businessId) {
        return projections
                .referrers(Logs.INSTALLATION, StoreType.TYPE, List.of(StoreType.BUSINESS), businessId, MOST_STORES)
                .stream()
                .map(Store::of)
                .toList();
    }

    private void forward() {
        if (!feeds.head(Logs.INSTALLATION).hash().equals(known.hash())) {
            forwardToHead();
        }
    }

    /**
     * Forgets what has changed since the known head; everything where that cannot be told. Who reads an entity at this moment is waited
     * for: commits are projected before they become the head, so that who reads afterwards finds what they left.
     */
    private synchronized void forwardToHead() {
        Head head = feeds.head(Logs.INSTALLATION);
        since(known, head).ifPresentOrElse(commits -> commits.forEach(this::forgetChanged), this::forgetAll);
        known = head;
    }

    private Optional<List<Commit>> since(Head from, Head to) {
        return to.seq().isAfter(from.seq())
                ? feeds.of(Logs.INSTALLATION)
                        .tail(from.seq(), to.seq())
                        .filter(commits -> commits.getFirst().previous().equals(from.hash()))
                : Optional.empty();
    }

    private void forgetChanged(Commit commit) {
        for (Change change : commit.changes()) {
            states.invalidate(new Key(change.entityType(), change.entityId()));
            if (change.entityType().equals(StoreType.NAME)) {
                storesByBusiness.invalidate(change.after().getString(StoreType.BUSINESS));
            }
        }
    }

    private void forgetAll() {
        states.invalidateAll();
        storesByBusiness.invalidateAll();
    }
}
