package io.tillsync.core.tenancy;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.type.TillScope;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/**
 * What a caller sees and may do. What they do not see is to be answered as if it did not exist; what they see and may not
 * do is forbidden.
 */
public record Permissions(Principal principal) {

    /** Whether all of the installation is open to the caller. */
    public boolean ofInstallation() {
        return principal.role() == Role.ADMIN && principal.businessId().isEmpty();
    }

    /** Whether the business is there for the caller, and the store of it where one is named. */
    public boolean sees(Scope scope) {
        return ofInstallation()
                || (isOwn(Optional.of(scope.businessId()))
                        && scope.storeId().map(this::isAmongStores).orElse(true));
    }

    /** Whether what has happened in a store of the caller's business, which has that log, is there for the caller. */
    public boolean seesLog(LogId store) {
        return !isLimited() || principal.stores().stream().map(Logs::store).anyMatch(store::equals);
    }

    /** Whether a business, store, user or terminal is there for the caller. */
    public boolean sees(EntityType type, Document state) {
        return has(state, seen(type));
    }

    /** The same, for a call that names a place: a terminal that stands elsewhere is not there for it. */
    public boolean sees(EntityType type, Document state, Optional<Scope> named) {
        return has(state, type.name().equals(TerminalType.NAME) ? seen(type, named) : seen(type));
    }

    private static boolean has(Document state, Map<String, Set<String>> values) {
        return values.entrySet().stream()
                .allMatch(field -> state.get(field.getKey()) instanceof String value
                        && field.getValue().contains(value));
    }

    /** What all businesses, stores, users or terminals that are there for the caller have: by field, one of these values. */
    public Map<String, Set<String>> seen(EntityType type) {
        if (ofInstallation()) {
            return Map.of();
        }
        Map<String, Set<String>> seen = new HashMap<>();
        Set<String> own = principal.businessId().map(Set::of).orElseGet(Set::of);
        seen.put(type.name().equals(BusinessType.NAME) ? SystemFields.ID : StoreType.BUSINESS, own);
        if (isLimited()) {
            storeField(type).ifPresent(field -> seen.put(field, principal.stores()));
        }
        return seen;
    }

    /**
     * The same, for a list that a call asks for which names a place.
     *
     * @param named that the caller sees: of stores, users and terminals those of the business are there, and of terminals those of the store
     */
    public Map<String, Set<String>> seen(EntityType type, Optional<Scope> named) {
        Map<String, Set<String>> seen = new HashMap<>(seen(type));
        if (named.isPresent() && !type.name().equals(BusinessType.NAME)) {
            seen.put(StoreType.BUSINESS, Set.of(named.get().businessId()));
        }
        if (type.name().equals(TerminalType.NAME)) {
            named.flatMap(Scope::storeId).ifPresent(store -> seen.put(TerminalType.STORE, Set.of(store)));
        }
        return seen;
    }

    /** The field by which an entity is a store, or is in one. */
    private static Optional<String> storeField(EntityType type) {
        return switch (type.name()) {
            case StoreType.NAME -> Optional.of(SystemFields.ID);
            case TerminalType.NAME -> Optional.of(TerminalType.STORE);
            default -> Optional.empty();
        };
    }

    /** The business that one of the installation's entities belongs to; empty for a user of the installation's own. */
    public static Optional<String> businessOf(EntityType type, Document state) {
        return type.name().equals(BusinessType.NAME)
                ? Optional.of(SystemFields.id(state))
                : Optional.ofNullable(state.getString(StoreType.BUSINESS));
    }

    private boolean isOwn(Optional<String> businessId) {
        return businessId.isPresent() && businessId.equals(principal.businessId());
    }

    private boolean isAmongStores(String storeId) {
        return !isLimited() || principal.stores().contains(storeId);
    }

    private boolean isLimited() {
        return !principal.stores().isEmpty();
    }

    /** Whether the caller may read entities of the type, where they see them. */
    public boolean mayRead(EntityType type) {
        return switch (principal.role()) {
            case ADMIN, AUDITOR -> true;
            case MANAGER -> !type.name().equals(UserType.NAME);
            case CASHIER, TERMINAL -> type.tills() != TillScope.NOTHING;
        };
    }

    /** Whether the caller may write entities of the type by the general calls, in a place. */
    public boolean mayWrite(EntityType type, Scope scope) {
        return sees(scope) && mayWrite(type);
    }

    /** The same, wherever the caller sees them. */
    public boolean mayWrite(EntityType type) {
        return type.level() != Level.INSTALLATION
                && switch (type.writers()) {
                    case MANAGEMENT -> isManagement() && livesWhereLimited(type.level());
                    case TILLS -> principal.role() != Role.AUDITOR && livesWhereLimited(type.level());
                    case OWN_CALLS -> false;
                };
    }

    /** Who is limited to stores writes only what lives there; a terminal has its store as its place, not as its limit. */
    private boolean livesWhereLimited(Level level) {
        return level == Level.STORE || principal.isTerminal() || !isLimited();
    }

    private boolean isManagement() {
        return principal.role() == Role.ADMIN || principal.role() == Role.MANAGER;
    }

    /** Whether the caller may add to the stocks of the store that the scope names. */
    public boolean mayAdjustStock(Scope scope) {
        return sees(scope) && scope.storeId().isPresent() && mayAdjustStock();
    }

    /** The same, in any store that the caller sees. */
    public boolean mayAdjustStock() {
        return isManagement();
    }

    public boolean mayImport(EntityType type, Scope scope) {
        return sees(scope) && mayImport(type);
    }

    /** The same, wherever the caller sees them. */
    public boolean mayImport(EntityType type) {
        return isManagement() && mayWrite(type);
    }

    /** Whether the caller may look at imports, of the business that he sees. */
    public boolean maySeeImports() {
        return isManagement() || principal.role() == Role.AUDITOR;
    }

    /**
     * Whether the caller may make or change businesses, stores, users or terminals.
     *
     * @param businessId whose they are, or are to be; empty for users of the installation's own
     */
    public boolean mayAdminister(EntityType type, Optional<String> businessId) {
        boolean ofBusiness = principal.role() == Role.ADMIN
                && isOwn(businessId)
                && !type.name().equals(BusinessType.NAME);
        return type.level() == Level.INSTALLATION && (ofInstallation() || ofBusiness);
    }

    /** Whether the caller may look into the histories of what they see. */
    public boolean maySeeHistories() {
        return isManagement() || principal.role() == Role.AUDITOR;
    }

    /** Whether the caller may look after how this runs: what is kept to be fast, for the business that he sees. */
    public boolean mayOperate() {
        return principal.role() == Role.ADMIN;
    }

    /** Whether the caller may look into the audit log of what they see. */
    public boolean mayAudit() {
        return principal.role() == Role.ADMIN || principal.role() == Role.AUDITOR;
    }
}
