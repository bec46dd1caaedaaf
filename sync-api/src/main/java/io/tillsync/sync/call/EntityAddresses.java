package io.tillsync.sync.call;

import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import io.tillsync.sync.problem.ServedAddresses;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where a path names a type, it has to be one that lives at a business or a store, and of entities only reads are for all of them. */
@Component
class EntityAddresses implements ServedAddresses {

    static final String TYPE = "type";
    /** Where the entities themselves are; other paths name a type to say something about all of it. */
    private static final String ENTITIES = "/api/v1/{type}";

    static final Set<String> READS = Set.of("GET", "HEAD");
    private static final String OPTIONS = "OPTIONS";

    private final EntityTypes types;

    EntityAddresses(EntityTypes types) {
        this.types = types;
    }

    @Override
    public boolean isServed(String method, String pattern, Map<String, String> variables) {
        String name = variables.get(TYPE);
        return name == null
                || types.find(name)
                        .filter(type -> type.level() != Level.INSTALLATION)
                        .filter(type -> !pattern.startsWith(ENTITIES)
                                || READS.contains(method)
                                || method.equals(OPTIONS)
                                || type.writers() != Writers.OWN_CALLS)
                        .isPresent();
    }
}
