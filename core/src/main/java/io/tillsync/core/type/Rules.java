package io.tillsync.core.type;

/**
 * What a check depends on beside the type's declaration.
 *
 * @param moneyDecimals the decimals of the business's currency
 */
public record Rules(int moneyDecimals) {

    /** For what holds no money. */
    public static final Rules NONE = new Rules(0);
}
