package io.tillsync.console.catalog;

import io.tillsync.console.values.Names;
import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds what keeps an entity from being deleted. */
@Component
class Referrers {

    private static final int MOST = 10;

    private final Entities entities;
    private final EntityTypes types;

    Referrers(Entities entities, EntityTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /**
     * Those of a type that point to it.
     *
     * @param all where the list is that shows all of them
     * @param hasMore whether there are more than these
     */
    record Group(String type, List<Link> links, String all, boolean hasMore) {}

    /** One of them. */
    record Link(String title, String address) {}

    List<Group> of(TypeAt at, String id) {
        Map<EntityType, List<String>> fields = types.referrers(at.type());
        return entities.referrers(at.log(), fields, id, MOST + 1).entrySet().stream()
                .map(found -> {
                    String path =
                            at.place().path() + "/catalog/" + found.getKey().name();
                    List<Link> links = found.getValue().stream()
                            .limit(MOST)
                            .map(state -> new Link(
                                    Titles.of(found.getKey(), state, Names.NONE), path + "/" + SystemFields.id(state)))
                            .toList();
                    String field = fields.getOrDefault(found.getKey(), List.of()).stream()
                            .findFirst()
                            .orElse("");
                    return new Group(
                            found.getKey().name(),
                            links,
                            path + "?" + field + "=" + id,
                            found.getValue().size() > MOST);
                })
                .toList();
    }
}
