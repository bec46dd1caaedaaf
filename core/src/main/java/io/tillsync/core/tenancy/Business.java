package io.tillsync.core.tenancy;

import io.tillsync.core.type.SystemFields;
import java.util.Currency;
import org.bson.Document;

/** The owner of a catalog, the tenant. */
public record Business(String id, String name, Currency currency) {

    static Business of(Document state) {
        return new Business(
                SystemFields.id(state),
                state.getString("name"),
                Currency.getInstance(state.getString(BusinessType.CURRENCY)));
    }

    /** How many decimals an amount of its money can have. */
    public int moneyDecimals() {
        return currency.getDefaultFractionDigits();
    }
}
