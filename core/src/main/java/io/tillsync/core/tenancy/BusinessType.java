package io.tillsync.core.tenancy;

import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Whose catalogs there are. */
@Component
final class BusinessType implements Declaration {

    static final String NAME = "businesses";
    static final String CURRENCY = "currency";

    static final EntityType TYPE = EntityType.named(NAME, "business", Level.INSTALLATION)
            .fields(
                    Field.text("name", 200).required().sort(),
                    Field.text(CURRENCY, 3)
                            .required()
                            .matching(BusinessType::isCurrency, "an ISO 4217 currency code, as EUR"))
            .searchWords("name")
            .notForTills()
            .writtenBy(Writers.OWN_CALLS)
            .build();

    @Override
    public EntityType type() {
        return TYPE;
    }

    /** Gold and the like have codes too, but no decimals to count in. */
    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency ->
                        currency.getCurrencyCode().equals(code) && currency.getDefaultFractionDigits() >= 0);
    }
}
