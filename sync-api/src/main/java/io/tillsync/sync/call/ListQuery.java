package io.tillsync.sync.call;

import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Rules;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what a list is asked for; what its type does not declare is refused rather than ignored. */
public final class ListQuery {

    private static final Set<String> KNOWN = Set.of("q", "sort", "limit", "cursor");
    private static final int LONGEST_TEXT = 200;

    private ListQuery() {}

    public static Query of(HttpServletRequest request, EntityType type, Rules rules) {
        Map<String, Object> equal = new HashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (values.length > 1) {
                throw Problem.ofParameter(name, "repeated", "must be given once")
                        .toException();
            }
            if (!KNOWN.contains(name)) {
                equal.put(name, filterValue(type, name, values[0], rules));
            }
        });
        String sort = Optional.ofNullable(request.getParameter("sort")).orElse("");
        return new Query(text(request), equal, Map.of(), sortField(type, sort), sort.startsWith("-"));
    }

    private static String text(HttpServletRequest request) {
        String text = Optional.ofNullable(request.getParameter("q")).orElse("");
        if (text.length() > LONGEST_TEXT) {
            throw Problem.ofParameter("q", "too-long", "must have at most " + LONGEST_TEXT + " characters")
                    .toException();
        }
        return text;
    }

    private static Object filterValue(EntityType type, String name, String given, Rules rules) {
        Field field = type.field(name)
                .filter(Field::filterable)
                .orElseThrow(() -> Problem.ofParameter(
                                name,
                                "unknown-parameter",
                                "is no parameter of this list; filters are "
                                        + String.join(", ", names(type, Field::filterable)))
                        .toException());
        try {
            return field.kind().read(name, typed(field, given), rules);
        } catch (Kind.Refused e) {
            throw Problem.ofParameter(name, e.error().code(), e.error().message())
                    .toException();
        }
    }

    private static Object typed(Field field, String given) {
        return switch (field.kind()) {
            case Kind.Flag flag -> Set.of("true", "false").contains(given) ? Boolean.valueOf(given) : given;
            case Kind.Money money -> number(given);
            case Kind.Decimal decimal -> number(given);
            case Kind.Whole whole -> number(given);
            default -> given;
        };
    }

    private static Object number(String given) {
        try {
            return new BigDecimal(given);
        } catch (NumberFormatException e) {
            return given; // which its kind refuses
        }
    }

    private static Optional<Field> sortField(EntityType type, String sort) {
        String name = sort.startsWith("-") ? sort.substring(1) : sort;
        if (sort.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(type.field(name)
                .filter(Field::sortable)
                .orElseThrow(() -> Problem.ofParameter(
                                "sort",
                                "invalid-value",
                                "must be one of " + String.join(", ", names(type, Field::sortable))
                                        + ", with - before it for the other direction")
                        .toException()));
    }

    private static List<String> names(EntityType type, Predicate<Field> condition) {
        return type.fields().values().stream()
                .filter(condition)
                .map(Field::name)
                .toList();
    }
}
