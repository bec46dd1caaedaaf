package io.tillsync.core.tenancy;

import io.tillsync.core.type.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which role can be held where. */
@Component
final class Duties {

    private final Directory directory;

    Duties(Directory directory) {
        this.directory = directory;
    }

    /** What does not fit together in a user's content, whose fields are right each for itself or missing. */
    List<FieldError> faults(Document content) {
        List<FieldError> faults = new ArrayList<>();
        @Nullable String role = content.getString(UserType.ROLE);
        @Nullable String businessId = content.getString(UserType.BUSINESS);
        boolean isAdmin = Role.ADMIN.word().equals(role);
        if (role != null && !isAdmin && businessId == null) {
            faults.add(FieldError.required(UserType.BUSINESS));
        }
        List<String> stores = UserType.stores(content);
        if (isAdmin && !stores.isEmpty()) {
            faults.add(FieldError.invalid(UserType.STORES, "must be empty: an admin is not limited to stores"));
        } else {
            stores.stream()
                    .filter(store -> !isOf(store, businessId))
                    .findFirst()
                    .ifPresent(
                            store -> faults.add(FieldError.unknownReference(UserType.STORES, StoreType.NAME, store)));
        }
        return faults;
    }

    /** A store never moves to another business, so what was true once still is. */
    private boolean isOf(String storeId, @Nullable String businessId) {
        return directory
                .store(storeId)
                .filter(store -> store.businessId().equals(businessId))
                .isPresent();
    }
}
