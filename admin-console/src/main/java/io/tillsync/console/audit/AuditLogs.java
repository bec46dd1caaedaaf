package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.search.Source;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Store;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.SystemFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The logs that a visitor may look into at a place, and what of each: never anything of another business, or of a store not seen. */
@Component
class AuditLogs {

    private static final String BUSINESS = "businessId";
    private static final String BUSINESSES = "businesses";

    /** Of a chain with more of them, the others are looked into from their own screens. */
    private static final int MOST_STORES = 100;

    private final Directory directory;
    private final EntityTypes types;

    AuditLogs(Directory directory, EntityTypes types) {
        this.directory = directory;
        this.types = types;
    }

    List<Source> of(Place place) {
        List<Source> sources = new ArrayList<>();
        sources.add(Source.whole(place.ofBusiness().log()));
        stores(place).map(store -> Logs.store(store.id())).map(Source::whole).forEach(sources::add);
        sources.add(Source.whole(Logs.access(Optional.of(place.business().id()))));
        sources.add(new Source(Logs.INSTALLATION, ofInstallation(place)));
        if (place.permissions().ofInstallation()) {
            sources.add(Source.whole(Logs.access(Optional.empty())));
        }
        return List.copyOf(sources);
    }

    /** One of them, by its name. */
    Optional<Source> find(Place place, String log) {
        return of(place).stream()
                .filter(source -> source.log().value().equals(log))
                .findFirst();
    }

    /** The stores of the business that the visitor sees, this one first. */
    private Stream<Store> stores(Place place) {
        return Stream.concat(
                Stream.of(place.store()),
                directory.stores(place.business().id()).stream()
                        .filter(store -> !store.id().equals(place.store().id()))
                        .filter(store -> place.permissions().sees(store.scope()))
                        .limit(MOST_STORES));
    }

    private List<Source.Shown> ofInstallation(Place place) {
        return types.at(Level.INSTALLATION)
                .filter(type -> place.permissions().mayRead(type))
                .flatMap(type -> shown(place, type))
                .toList();
    }

    private static Stream<Source.Shown> shown(Place place, EntityType type) {
        Map<String, Set<String>> having = new HashMap<>(place.permissions().seen(type));
        String business = type.name().equals(BUSINESSES) ? SystemFields.ID : BUSINESS;
        having.put(business, Set.of(place.business().id()));
        Source.Shown own = new Source.Shown(type.name(), having, Set.of());
        // The installation's own users are of no business.
        return place.permissions().ofInstallation() && !type.name().equals(BUSINESSES)
                ? Stream.of(own, new Source.Shown(type.name(), Map.of(), Set.of(BUSINESS)))
                : Stream.of(own);
    }

    /** The store whose log it is; empty for any other log. */
    Optional<Store> storeOf(LogId log) {
        return log.value().startsWith("store:")
                ? directory.store(log.value().substring("store:".length()))
                : Optional.empty();
    }

    /** Where entities of a type are, as seen from what was written to a log. */
    LogId home(Place place, LogId from, EntityType type) {
        return switch (type.level()) {
            case INSTALLATION -> Logs.INSTALLATION;
            case BUSINESS -> place.ofBusiness().log();
            case STORE -> storeOf(from).isPresent() ? from : place.ofStore().log();
        };
    }
}
