package io.tillsync.core.tenancy;

import io.tillsync.core.type.SystemFields;
import java.time.ZoneId;
import org.bson.Document;

/** A shop of a business. */
public record Store(String id, String name, ZoneId timeZone, String businessId) {

    static Store of(Document state) {
        return new Store(
                SystemFields.id(state),
                state.getString("name"),
                ZoneId.of(state.getString(StoreType.TIME_ZONE)),
                state.getString(StoreType.BUSINESS));
    }

    public Scope scope() {
        return Scope.store(businessId, id);
    }
}
