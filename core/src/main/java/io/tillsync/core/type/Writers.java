package io.tillsync.core.type;

/** Who may write entities of a type by the general calls. */
public enum Writers {
    /** Who manages a catalog: admins and managers. */
    MANAGEMENT,
    /** Those, and also who works at a till: cashiers and terminals. */
    TILLS,
    /** Nobody: there are calls of their own for it, such as stock adjustments. */
    OWN_CALLS
}
