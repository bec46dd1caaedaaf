package io.tillsync.console.page;

import io.tillsync.core.tenancy.Business;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Store;
import io.tillsync.core.type.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The places that a visitor sees. */
@Component
public class Places {

    private static final int MOST_BUSINESSES = 50;

    private final Directory directory;
    private final Homes homes;

    Places(Directory directory, Homes homes) {
        this.directory = directory;
        this.homes = homes;
    }

    /** A business with the stores of it that a visitor sees. */
    public record Shops(Business business, List<Store> stores) {}

    /** The place of a store; empty also where the visitor does not see it. */
    public Optional<Place> find(Visitor visitor, String storeId) {
        return directory
                .store(storeId)
                .filter(store -> visitor.permissions().sees(store.scope()))
                .flatMap(store -> directory
                        .business(store.businessId())
                        .map(business -> new Place(
                                visitor,
                                business,
                                store,
                                homes.of(Level.BUSINESS, store.scope()),
                                homes.of(Level.STORE, store.scope()))));
    }

    /** All that the visitor can go to, by business; of a large installation the first ones. */
    public List<Shops> of(Visitor visitor) {
        Stream<Business> businesses = visitor.permissions().ofInstallation()
                ? directory.businesses(MOST_BUSINESSES).stream()
                : visitor.principal().businessId().flatMap(directory::business).stream();
        return businesses
                .map(business -> new Shops(
                        business,
                        directory.stores(business.id()).stream()
                                .filter(store -> visitor.permissions().sees(store.scope()))
                                .toList()))
                .toList();
    }
}
