package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is in the register of the store, or of the business, that a call names. */
@SyncServer
class RegisterScopesIT {

    private static final String BUSINESS = "X-Business-Id";
    private static final String ALL = "?limit=500";

    @Autowired
    private World world;

    private Shop shop;
    private Shop other;

    @BeforeAll
    void open() {
        shop = world.newShop();
        other = world.newShop();
    }

    private String terminal(String store) {
        return world.enrol(store).data().path("terminalId").asString();
    }

    @Test
    void terminalsAreThereInTheirStore() {
        String one = terminal(shop.one());
        String two = terminal(shop.two());
        for (Api api : List.of(shop.admin(), world.admin())) {
            Api inOne = api.in(shop.one());
            inOne.get("/terminals/" + two).is(404, "not-found");
            inOne.patch("/terminals/" + two, fields("syncVersion", 2, "name", "Ours"))
                    .is(404, "not-found");
            inOne.post("/terminals/" + two + "/revoke").is(404, "not-found");
            assertThat(inOne.get("/terminals" + ALL).is(200).each("id"))
                    .contains(one)
                    .doesNotContain(two);
            api.in(shop.two()).get("/terminals/" + two).is(200);
            api.get("/terminals/" + two).is(200);
        }
        assertThat(shop.admin().get("/terminals" + ALL).is(200).each("id")).contains(one, two);
    }

    @Test
    void theInstallationsAdminSeesThoseOfTheBusinessThatIsNamed() {
        terminal(shop.one());
        String user = world.name("user");
        other.newUser(user, "manager", List.of());
        shop.newUser(world.name("user"), "manager", List.of());
        Map<String, String> theirs =
                Map.of("/stores", other.two(), "/users", user, "/terminals", terminal(other.one()));
        theirs.forEach((path, id) -> {
            for (Api api : List.of(
                    world.admin().with(BUSINESS, shop.business()), world.admin().in(shop.one()))) {
                assertThat(api.get(path + ALL).is(200).each("businessId")).containsOnly(shop.business());
                api.get("/terminals/" + theirs.get("/terminals")).is(404, "not-found");
            }
            Api there = world.admin().with(BUSINESS, other.business());
            assertThat(there.get(path + ALL).is(200).each("id")).contains(id);
            there.get(path + "/" + id).is(200);
            world.admin().get(path + "/" + id).is(200);
        });
        assertThat(world.admin().in(shop.one()).get("/stores" + ALL).each("id")).contains(shop.one(), shop.two());
    }
}
