package io.tillsync.console.catalog;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.core.bulk.Selection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What somebody has selected in a list, as forms bring it: {@code ids}, separated by commas, or nothing of these and the list's {@code query}. */
final class Selected {

    private Selected() {}

    static Selection of(TypeAt at, Map<String, String> form) {
        String ids = form.getOrDefault("ids", "");
        if (!ids.isBlank()) {
            return new Selection.Ids(new LinkedHashSet<>(List.of(ids.split(","))));
        }
        return new Selection.Matching(ListRequest.of(at.type(), parameters(form.getOrDefault("query", "")), at.rules())
                .query());
    }

    /** @throws NoSuchPage for what is no query: it must not be taken for one after everything */
    private static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        try {
            UriComponentsBuilder.fromUriString(query).build().getQueryParams().forEach((name, values) -> {
                String value = values.isEmpty() || values.getFirst() == null ? "" : values.getFirst();
                parameters.put(name, UriUtils.decode(value, "UTF-8"));
            });
        } catch (IllegalArgumentException e) {
            throw new NoSuchPage();
        }
        return parameters;
    }
}
