package io.tillsync.console.convergence;

import io.tillsync.audit.log.LogId;
import io.tillsync.core.tenancy.Logs;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Two businesses with their stores and managers, made over HTTP by the installation's admin. */
final class Tenants {

    static final String NORTH = "north";
    static final String SOUTH = "south";
    static final List<String> NORTH_STORES = List.of("north-1", "north-2");
    static final List<String> SOUTH_STORES = List.of("south-1");
    static final String ADMIN_PASSWORD = "convergence-admin";

    private static final String PASSWORD = "convergence-manager";

    private final Network network;
    private final Tally tally;
    private final Caller admin;

    private Tenants(Network network, Tally tally) {
        this.network = network;
        this.tally = tally;
        this.admin = logIn("admin", ADMIN_PASSWORD);
    }

    static Tenants make(Network network, Tally tally) {
        Tenants tenants = new Tenants(network, tally);
        tenants.business(NORTH, "EUR", NORTH_STORES);
        tenants.business(SOUTH, "JPY", SOUTH_STORES);
        return tenants;
    }

    private void business(String id, String currency, List<String> stores) {
        make("/businesses", Map.of("id", id, "name", id, "currency", currency));
        stores.forEach(store ->
                make("/stores", Map.of("id", store, "name", store, "timeZone", "Europe/Oslo", "businessId", id)));
        make("/users", Map.of("username", manager(id), "password", PASSWORD, "role", "manager", "businessId", id));
    }

    /** Some store of the business that has the log. */
    static String storeOf(LogId business) {
        return business.equals(Logs.business(NORTH)) ? NORTH_STORES.getFirst() : SOUTH_STORES.getFirst();
    }

    private static String manager(String business) {
        return business + "-manager";
    }

    private void make(String path, Map<String, String> fields) {
        admin.call(0, Call.json("POST", path, json(fields))).must(201);
    }

    private static ObjectNode json(Map<String, String> fields) {
        ObjectNode json = Answer.JSON.createObjectNode();
        fields.forEach(json::put);
        return json;
    }

    Caller managerOf(String business) {
        return logIn(manager(business), PASSWORD);
    }

    private Caller logIn(String name, String password) {
        Call logIn = Call.json("POST", "/auth/login", json(Map.of("username", name, "password", password)));
        JsonNode data = network.send(0, logIn).must(200).data();
        return new Caller(
                network,
                tally,
                "user:" + data.path("user").path("id").asString(),
                data.path("token").asString());
    }

    /** Enrols a till of a store. */
    Caller till(String store, String name) {
        Call terminal =
                Call.json("POST", "/terminals", json(Map.of("name", name))).with("X-Store-Id", store);
        String code =
                admin.call(0, terminal).must(201).data().path("enrolmentCode").asString();
        Call register = Call.json(
                "POST", "/sync/register", json(Map.of("code", code, "deviceName", name, "appVersion", "1.0")));
        JsonNode data = network.send(0, register).must(201).data();
        return new Caller(
                network,
                tally,
                "terminal:" + data.path("terminalId").asString(),
                data.path("token").asString());
    }
}
