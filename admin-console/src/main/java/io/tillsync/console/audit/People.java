package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who can be chosen from, to see what they have done: the users and terminals of a business. */
@Component
class People {

    private static final int MOST = 200;
    private static final LogId LOG = Logs.INSTALLATION;

    private final Entities entities;
    private final EntityTypes types;

    People(Entities entities, EntityTypes types) {
        this.entities = entities;
        this.types = types;
    }

    /** One of them. */
    record Person(String id, String name) {}

    List<Person> users(Place place) {
        Stream<Person> own = list(place, "users", "username");
        Person self = new Person(
                place.visitor().principal().id(), place.visitor().principal().name());
        return Stream.concat(Stream.of(self), own.filter(person -> !person.id().equals(self.id())))
                .toList();
    }

    List<Person> terminals(Place place) {
        return list(place, "terminals", "name").toList();
    }

    private Stream<Person> list(Place place, String typeName, String nameField) {
        EntityType type = types.get(typeName);
        Map<String, Set<String>> among = new HashMap<>(place.permissions().seen(type));
        among.put("businessId", Set.of(place.business().id()));
        Entities.Query query = new Entities.Query("", Map.of(), among, type.field(nameField), false);
        return entities.list(LOG, type, query, Optional.empty(), MOST).states().stream()
                .map(state -> new Person(SystemFields.id(state), state.getString(nameField)));
    }
}
