package io.tillsync.sync.auth;

import io.tillsync.core.tenancy.Business;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.tenancy.Store;
import io.tillsync.core.type.Level;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Finds the business and the store that a call is about: what it names, where the caller may see that; else the only one there is. What
 * the caller may not see answers as if it did not exist.
 */
@Component
public class Scopes {

    public static final String STORE_HEADER = "X-Store-Id";
    public static final String BUSINESS_HEADER = "X-Business-Id";

    private final Directory directory;

    Scopes(Directory directory) {
        this.directory = directory;
    }

    /**
     * The scope of a call.
     *
     * @param level {@link Level#STORE} where a store is needed
     * @throws io.tillsync.sync.problem.ProblemException 404 for what the caller cannot see, 400 where several are meant and none is named
     */
    public Scope resolve(Principal caller, Optional<String> businessId, Optional<String> storeId, Level level) {
        Optional<Scope> store = check(caller, businessId, storeId).or(caller::post);
        if (store.isPresent()) {
            return store.get();
        }
        String owner = businessId.or(caller::businessId).orElseGet(this::onlyBusiness);
        return level == Level.STORE ? onlyStore(caller, owner) : Scope.business(owner);
    }

    /**
     * Looks at what a call names, whatever it needs.
     *
     * @return the store that is named
     * @throws io.tillsync.sync.problem.ProblemException 404 for what the caller cannot see
     */
    public Optional<Scope> check(Principal caller, Optional<String> businessId, Optional<String> storeId) {
        Optional<Scope> store = storeId.map(id -> visible(caller, id).scope());
        Optional<String> business = businessId.map(id -> visibleBusiness(caller, id));
        if (store.isPresent()
                && business.isPresent()
                && !store.get().businessId().equals(business.get())) {
            throw notFound();
        }
        return store;
    }

    /** The store of a scope, or the only one that the caller sees in its business; empty where there are several and none is named. */
    public Optional<Scope> storeOf(Principal caller, Scope scope) {
        if (scope.storeId().isPresent()) {
            return Optional.of(scope);
        }
        List<Scope> seen = seen(caller, scope.businessId());
        return seen.size() == 1 ? Optional.of(seen.getFirst()) : Optional.empty();
    }

    private List<Scope> seen(Principal caller, String businessId) {
        return directory.stores(businessId).stream()
                .map(Store::scope)
                .filter(caller.permissions()::sees)
                .toList();
    }

    private Store visible(Principal caller, String storeId) {
        return directory
                .store(storeId)
                .filter(store -> caller.permissions().sees(store.scope()))
                .orElseThrow(Scopes::notFound);
    }

    private String visibleBusiness(Principal caller, String businessId) {
        return directory
                .business(businessId)
                .filter(business -> caller.permissions().sees(Scope.business(business.id())))
                .orElseThrow(Scopes::notFound)
                .id();
    }

    private String onlyBusiness() {
        List<Business> some = directory.businesses(2);
        if (some.size() != 1) {
            throw unnamed(BUSINESS_HEADER + " or " + STORE_HEADER);
        }
        return some.getFirst().id();
    }

    private Scope onlyStore(Principal caller, String businessId) {
        List<Scope> seen = seen(caller, businessId);
        if (seen.size() != 1) {
            throw unnamed(STORE_HEADER);
        }
        return seen.getFirst();
    }

    private static RuntimeException unnamed(String header) {
        return Problem.of(ProblemCode.INVALID_PARAMETER, "Say by the header " + header + " which one is meant.")
                .toException();
    }

    private static RuntimeException notFound() {
        return Problem.of(
                        ProblemCode.NOT_FOUND,
                        "There is no such store here. Check " + STORE_HEADER + " and " + BUSINESS_HEADER + ".")
                .toException();
    }
}
