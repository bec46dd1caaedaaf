package io.tillsync.console.page;

import io.tillsync.core.tenancy.Permissions;
import io.tillsync.core.tenancy.Role;
import io.tillsync.core.type.EntityTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The screens of a place that its visitor may see, in groups. */
@Component
class Navigation {

    /** Those that have a list of their own, with their icons; {@code stocks} has a screen made for it. */
    private static final Map<String, String> ICONS = Map.of(
            "products", "tag",
            "categories", "diagram-3",
            "brands", "award",
            "units", "rulers",
            "customers", "people",
            "settings", "sliders",
            "store-prices", "cash-coin",
            "store-settings", "sliders2");

    private static final List<String> ORDER = List.of(
            "products", "categories", "brands", "units", "store-prices", "customers", "settings", "store-settings");

    private final EntityTypes types;

    Navigation(EntityTypes types) {
        this.types = types;
    }

    /**
     * A link to a screen.
     *
     * @param label the key of its text
     */
    record Item(String label, String address, String icon) {

        public boolean isOf(String path) {
            return path.equals(address) || path.startsWith(address + "/");
        }
    }

    /** Links under a heading; none for the first. */
    record Group(String label, List<Item> items) {}

    List<Group> of(Place place) {
        Permissions may = place.permissions();
        List<Item> catalog = catalog(place);
        List<Item> work = new ArrayList<>();
        if (types.find("stocks").filter(type -> may.mayRead(type)).isPresent()) {
            work.add(item(place, "stock", "box-seam"));
        }
        if (may.maySeeImports()) {
            work.add(item(place, "imports", "upload"));
        }
        if (may.mayAudit()) {
            work.add(item(place, "audit", "clock-history"));
        }
        return Stream.of(
                        new Group("nav.overview", List.of(item(place, "dashboard", "speedometer2"))),
                        new Group("nav.catalog", catalog),
                        new Group("nav.operations", work),
                        new Group("nav.setup", setup(place)))
                .filter(group -> !group.items().isEmpty())
                .toList();
    }

    private List<Item> catalog(Place place) {
        return ORDER.stream()
                .flatMap(name -> types.find(name).stream())
                .filter(type -> place.permissions().mayRead(type))
                .map(type -> new Item(
                        "type." + type.name(),
                        place.path() + "/catalog/" + type.name(),
                        Optional.ofNullable(ICONS.get(type.name())).orElse("card-list")))
                .toList();
    }

    private static List<Item> setup(Place place) {
        Permissions may = place.permissions();
        List<Item> items = new ArrayList<>();
        if (may.ofInstallation()) {
            items.add(item(place, "setup/businesses", "building"));
        }
        if (place.visitor().principal().role() == Role.ADMIN) {
            items.add(item(place, "setup/stores", "shop"));
            items.add(item(place, "setup/users", "person-badge"));
        }
        if (may.maySeeHistories()) {
            items.add(item(place, "setup/terminals", "display"));
        }
        return items;
    }

    private static Item item(Place place, String path, String icon) {
        return new Item("nav." + path.replace('/', '.'), place.path() + "/" + path, icon);
    }
}
