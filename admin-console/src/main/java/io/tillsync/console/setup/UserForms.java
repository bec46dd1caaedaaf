package io.tillsync.console.setup;

import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Store;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Who the people are, and what is asked about one of them. */
@Component
class UserForms {

    /** A choice of role that stands for an admin of no business. */
    private static final String INSTALLATION = "installation";

    private static final String ROLE = "role";
    private static final String ADMIN = "admin";
    private static final String STORES = "stores";
    private static final String BUSINESS = "businessId";
    private static final int MOST_ADMINS = 200;

    private final Register register;
    private final Entities entities;
    private final Directory directory;
    private final EntityType users;

    UserForms(Register register, Entities entities, Directory directory, EntityTypes types) {
        this.register = register;
        this.entities = entities;
        this.directory = directory;
        this.users = types.get("users");
    }

    /** A line of the list. */
    record Person(String id, String name, String role, List<String> stores, boolean isDisabled, boolean isSelf) {}

    List<Person> people(Place place) {
        Map<String, String> stores =
                directory.stores(place.business().id()).stream().collect(Collectors.toMap(Store::id, Store::name));
        Stream<Document> own = register.of("users", place.business().id()).stream();
        Stream<Document> all = place.permissions().ofInstallation() ? Stream.concat(own, admins()) : own;
        return all.map(state -> person(place, state, stores))
                .sorted(Comparator.comparing(Person::isDisabled)
                        .thenComparing(Person::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private Stream<Document> admins() {
        Entities.Query query = new Entities.Query("", Map.of(ROLE, ADMIN), Map.of(), Optional.empty(), false);
        return entities.list(Logs.INSTALLATION, users, query, Optional.empty(), MOST_ADMINS).states().stream()
                .filter(state -> state.getString(BUSINESS) == null);
    }

    private static Person person(Place place, Document state, Map<String, String> stores) {
        return new Person(
                SystemFields.id(state),
                state.getString("username"),
                role(state),
                state.getList(STORES, String.class, List.of()).stream()
                        .map(id -> stores.getOrDefault(id, id))
                        .sorted()
                        .toList(),
                state.getBoolean("isDisabled", false),
                isSelf(place, state));
    }

    private static String role(Document state) {
        String role = state.getString(ROLE);
        return role.equals(ADMIN) && state.getString(BUSINESS) == null ? INSTALLATION : role;
    }

    static boolean isSelf(Place place, Document state) {
        return SystemFields.id(state).equals(place.visitor().principal().id());
    }

    void mustChange(Place place) {
        register.mustAdminister(
                place.visitor(), "users", Optional.of(place.business().id()));
    }

    /** Only the installation's own admins make another one of themselves, whatever a form says. */
    void mustMake(Place place, SetupForm form) {
        boolean ofInstallation = form.value(ROLE).equals(INSTALLATION);
        Optional<String> owner = Optional.of(place.business().id()).filter(own -> !ofInstallation);
        register.mustAdminister(place.visitor(), "users", owner);
    }

    static SetupForm sent(MultiValueMap<String, String> parameters) {
        return SetupForm.sent(parameters, "username", ROLE, STORES);
    }

    /** As it was typed, blanks too. */
    static String password(MultiValueMap<String, String> parameters) {
        return Optional.ofNullable(parameters.getFirst("password")).orElse("");
    }

    static Map<String, @Nullable Object> creation(String businessId, SetupForm form, String password) {
        boolean ofInstallation = form.value(ROLE).equals(INSTALLATION);
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("username", form.value("username"));
        fields.put("password", password);
        fields.put(ROLE, ofInstallation ? ADMIN : form.value(ROLE));
        fields.put(STORES, stores(form));
        if (!ofInstallation) {
            fields.put(BUSINESS, businessId);
        }
        return fields;
    }

    /** Whose role is fixed (their own, or that of the installation's admins) is not asked for it. */
    static Map<String, @Nullable Object> patch(Document state, SetupForm form) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("username", form.value("username"));
        if (!form.value(ROLE).isEmpty() && !role(state).equals(INSTALLATION)) {
            fields.put(ROLE, form.value(ROLE));
            fields.put(STORES, stores(form));
        }
        return fields;
    }

    /** Admins are not limited, whatever was chosen before they became it. */
    private static List<String> stores(SetupForm form) {
        String role = form.value(ROLE);
        return role.equals(ADMIN) || role.equals(INSTALLATION)
                ? List.of()
                : form.values().getOrDefault(STORES, java.util.Set.of()).stream()
                        .sorted()
                        .toList();
    }

    String show(Place place, Model model, SetupForm form) {
        return show(place, model, "", false, form);
    }

    String show(Place place, Model model, Document state) {
        return show(place, model, state, SetupForm.of(state).with(ROLE, role(state)));
    }

    String show(Place place, Model model, Document state, SetupForm form) {
        model.addAttribute("isDisabled", state.getBoolean("isDisabled", false));
        model.addAttribute("name", state.getString("username"));
        model.addAttribute("isFixed", isSelf(place, state) || role(state).equals(INSTALLATION));
        return show(place, model, SystemFields.id(state), isSelf(place, state), form);
    }

    private String show(Place place, Model model, String id, boolean isSelf, SetupForm form) {
        model.addAttribute("form", form);
        model.addAttribute("id", id);
        model.addAttribute("isSelf", isSelf);
        model.addAttribute("stores", directory.stores(place.business().id()));
        model.addAttribute(
                "roles",
                place.permissions().ofInstallation()
                        ? List.of("manager", "auditor", "cashier", ADMIN, INSTALLATION)
                        : List.of("manager", "auditor", "cashier", ADMIN));
        if (!model.containsAttribute("passwordForm")) {
            model.addAttribute("passwordForm", SetupForm.empty());
        }
        return "setup/user";
    }
}
