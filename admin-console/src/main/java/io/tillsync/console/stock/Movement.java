package io.tillsync.console.stock;

import io.tillsync.audit.log.Commit;
import io.tillsync.core.read.Versions.Version;
import java.math.BigDecimal;
import java.util.Optional;
import org.bson.Document;

/**
 * How a stock has changed once.
 *
 * @param delta what was added, or taken where it is negative
 * @param quantity what there was afterwards
 */
record Movement(Commit commit, BigDecimal delta, BigDecimal quantity) {

    static Movement of(Version version) {
        BigDecimal after = quantity(version.change().after());
        BigDecimal before = version.change().before().map(Movement::quantity).orElse(BigDecimal.ZERO);
        return new Movement(version.commit(), after.subtract(before), after);
    }

    private static BigDecimal quantity(Document state) {
        return Optional.ofNullable(state.get("quantity", BigDecimal.class)).orElse(BigDecimal.ZERO);
    }

    public boolean isIncrease() {
        return delta.signum() > 0;
    }
}
