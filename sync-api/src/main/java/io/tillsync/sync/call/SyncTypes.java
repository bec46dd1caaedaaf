package io.tillsync.sync.call;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.TillScope;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The types that tills get, and the {@code entities} parameter by which they choose among them. */
@Component
public class SyncTypes {

    private final List<EntityType> types;

    SyncTypes(EntityTypes types) {
        this.types = types.all()
                .filter(type -> type.level() != Level.INSTALLATION && type.tills() != TillScope.NOTHING)
                .toList();
    }

    /** All of them, each after those that it refers to. */
    public List<EntityType> all() {
        return types;
    }

    public Optional<EntityType> find(String name) {
        return types.stream().filter(type -> type.name().equals(name)).findFirst();
    }

    /**
     * Those named by {@code entities}, in the order of {@link #all}; empty where the caller named none.
     *
     * @throws io.tillsync.sync.problem.ProblemException 400 for a name that is no type of a till's
     */
    public List<EntityType> named(HttpServletRequest request) {
        String given = ReadParameters.text(request, "entities").orElse("");
        if (given.isBlank()) {
            return List.of();
        }
        List<String> names =
                Arrays.stream(given.split(",", -1)).map(String::strip).toList();
        names.stream().filter(name -> find(name).isEmpty()).findFirst().ifPresent(unknown -> {
            throw Problem.ofParameter(
                            "entities",
                            "invalid-value",
                            "must be names from "
                                    + String.join(
                                            ", ",
                                            types.stream().map(EntityType::name).toList()) + ", separated by commas")
                    .toException();
        });
        return types.stream().filter(type -> names.contains(type.name())).toList();
    }
}
