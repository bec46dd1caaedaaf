package io.tillsync.sync.tenancy;

import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.Level;
import io.tillsync.sync.auth.Caller;
import io.tillsync.sync.auth.Scopes;
import io.tillsync.sync.call.CallResolver;
import io.tillsync.sync.call.WriteRefusals;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose a new store or user is to be: the business that is named, else the caller's, else the only one. */
@Component
class OwningBusiness {

    private static final String FIELD = "businessId";

    private final CallResolver calls;

    OwningBusiness(CallResolver calls) {
        this.calls = calls;
    }

    /** Puts the business among the fields where they name none; one that the caller does not see is not there. */
    void complete(Map<String, @Nullable Object> fields, Caller caller, HttpServletRequest request) {
        if (fields.get(FIELD) == null) {
            fields.put(FIELD, calls.scope(request, caller, Level.BUSINESS).businessId());
        } else {
            check(fields, caller);
        }
    }

    /** The same for users, who can be of no business where the caller is of none. */
    void completeForUser(Map<String, @Nullable Object> fields, Caller caller, HttpServletRequest request) {
        boolean isNamed = request.getHeader(Scopes.BUSINESS_HEADER) != null
                || request.getHeader(Scopes.STORE_HEADER) != null
                || caller.principal().businessId().isPresent();
        if (isNamed || fields.get(FIELD) != null) {
            complete(fields, caller, request);
        }
    }

    private static void check(Map<String, @Nullable Object> fields, Caller caller) {
        if (fields.get(FIELD) instanceof String id
                && !caller.principal().permissions().sees(Scope.business(id))) {
            throw WriteRefusals.invalid(List.of(FieldError.unknownReference(FIELD, "businesses", id)))
                    .toException();
        }
    }
}
