package io.tillsync.console.convergence;

import io.tillsync.console.convergence.Ledger.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Reads all that there is of a business by the calls that anybody has. */
record Reader(Caller caller, int server) {

    private static final List<String> TYPES = List.of(
            "products",
            "categories",
            "brands",
            "units",
            "customers",
            "settings",
            "stocks",
            "store-prices",
            "store-settings");

    /** By type and id; without types of which there are none. */
    Map<String, Map<String, JsonNode>> everythingOf(String store) {
        Map<String, Map<String, JsonNode>> everything = new TreeMap<>();
        for (String type : TYPES) {
            Map<String, JsonNode> states = new TreeMap<>();
            pages("/" + type + "?limit=500", store)
                    .forEach(state -> states.put(state.path("id").asString(), state));
            if (!states.isEmpty()) {
                everything.put(type, states);
            }
        }
        return everything;
    }

    /** All versions of an entity, of a store or, where that is empty, of the business. */
    Map<Long, JsonNode> history(Entity entity, String store) {
        Map<Long, JsonNode> versions = new TreeMap<>();
        pages("/" + entity.type() + "/" + entity.id() + "/history?limit=500", store)
                .forEach(version -> versions.put(version.path("syncVersion").asLong(), version.path("state")));
        return versions;
    }

    private List<JsonNode> pages(String path, String store) {
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            Call call = Call.get(path + (next.isEmpty() ? "" : "&cursor=" + next));
            Answer page = caller.call(server, store.isEmpty() ? call : call.with("X-Store-Id", store))
                    .must(200);
            page.data().forEach(all::add);
            next = page.body().path("page").path("nextCursor").asString("");
        } while (!next.isEmpty());
        return all;
    }
}
