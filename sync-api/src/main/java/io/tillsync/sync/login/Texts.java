package io.tillsync.sync.login;

import io.tillsync.core.type.FieldError;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The texts of a small form, all of them checked before any is used. */
record Texts(Map<String, String> values) {

    /**
     * Takes a form apart, of which all has to be there.
     *
     * @throws io.tillsync.sync.problem.ProblemException 422 that names each field that is missing, unknown or no text
     */
    static Texts of(ObjectNode form, String... names) {
        List<FieldError> errors = new ArrayList<>();
        Map<String, String> values = new LinkedHashMap<>();
        List<String> known = List.of(names);
        form.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> errors.add(FieldError.unknownField(name, "this call")));
        for (String field : names) {
            JsonNode value = form.path(field);
            if (value.isString()) {
                values.put(field, value.stringValue());
            } else if (!(value.isMissingNode() || value.isNull())) {
                errors.add(new FieldError(field, "wrong-type", "must be a text"));
            } else {
                errors.add(new FieldError(field, "required", "is required"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.of(
                            ProblemCode.VALIDATION_FAILED,
                            "Correct the fields named in errors and send the request again.",
                            errors)
                    .toException();
        }
        return new Texts(values);
    }

    String get(String name) {
        return find(name).orElseThrow();
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
