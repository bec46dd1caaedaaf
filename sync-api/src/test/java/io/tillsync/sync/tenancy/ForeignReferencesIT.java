package io.tillsync.sync.tenancy;

import static io.tillsync.sync.fixture.Api.fields;
import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Kind;
import io.tillsync.core.type.Level;
import io.tillsync.core.type.Writers;
import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Effect;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ids of another business in the bodies of one's own calls: what they point to is not there. */
@SyncServer
class ForeignReferencesIT {

    @Autowired
    private World world;

    @Autowired
    private EntityTypes types;

    private Shop ours;
    private Shop theirs;
    private Map<String, String> ids = Map.of();

    @BeforeAll
    void open() {
        ours = world.newShop();
        theirs = world.newShop();
        ids = ForeignThings.make(world, theirs, Foreign.OF_ANOTHER_BUSINESS).all().stream()
                .collect(Collectors.toMap(ForeignThings.Thing::type, ForeignThings.Thing::id, (one, other) -> one));
    }

    private String theirs(String type) {
        return Objects.requireNonNull(ids.get(type), type);
    }

    private static void blames(Answer answer, String fault) {
        answer.is(422, "validation-failed");
        List<String> faults = StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("field").asString() + ":"
                        + error.path("code").asString())
                .toList();
        assertThat(faults).as(answer::toString).contains(fault);
    }

    @Test
    void noEntityRefersToOneOfAnotherBusiness() {
        List<EntityType> referring = types.all()
                .filter(type -> type.level() != Level.INSTALLATION && type.writers() != Writers.OWN_CALLS)
                .toList();
        int references = 0;
        for (EntityType type : referring) {
            for (Field field : type.fields().values()) {
                if (field.kind() instanceof Kind.Reference reference) {
                    refused(type, field.name(), theirs(reference.type()));
                    references++;
                }
            }
        }
        assertThat(references).isGreaterThan(5);
    }

    private void refused(EntityType type, String field, String id) {
        Api api = ours.boss();
        String path = "/" + type.name();
        Map<String, @Nullable Object> content = content(type);
        String one = path + "/" + api.post(path, content).is(201).id();
        content.put(field, id);
        String fault = field + ":unknown-reference";
        blames(Effect.of(api, type.name(), () -> api.post(path, content)).none(), fault);
        blames(
                Effect.of(api, type.name(), () -> api.ifMatch(1).put(one, content))
                        .none(),
                fault);
        blames(
                Effect.of(api, type.name(), () -> api.ifMatch(1).patch(one, fields(field, id)))
                        .none(),
                fault);
    }

    /** The required fields of a type. */
    private Map<String, @Nullable Object> content(EntityType type) {
        Map<String, @Nullable Object> content = fields();
        type.fields().values().stream()
                .filter(Field::isRequired)
                .forEach(field -> content.put(field.name(), value(field)));
        return content;
    }

    private Object value(Field field) {
        return switch (field.kind()) {
            case Kind.Text text -> world.name("Text");
            case Kind.Reference reference -> ours.product().id();
            case Kind.Json json -> true;
            default -> 1;
        };
    }

    @Test
    void nothingIsAddedToTheStockOfTheirProducts() {
        String product = theirs("products");
        Api api = ours.boss().key(world.name("key"));
        blames(
                api.post("/stocks/adjustments", fields("productId", product, "delta", 1, "reason", "Found")),
                "productId:unknown-reference");
    }

    @Test
    void anIdOfTheirsIsFreeInOnesOwnHistoryAndMeansNothingThere() {
        String product = theirs("products");
        Answer made = Effect.of(
                        theirs.boss(),
                        "products",
                        () -> ours.boss().post("/products", fields("id", product, "name", "Ours", "price", 1)))
                .none();
        assertThat(made.is(201).version()).isEqualTo(1);
        assertThat(made.text()).doesNotContain(Foreign.OF_ANOTHER_BUSINESS.secret());
        assertThat(theirs.boss().get("/products/" + product).data().path("name").asString())
                .isEqualTo(Foreign.OF_ANOTHER_BUSINESS.secret());
    }

    @Test
    void nobodyIsMadeForAnotherBusinessOrItsStores() {
        Api admin = ours.admin();
        Map<String, @Nullable Object> user =
                fields("username", world.name("user"), "password", World.PASSWORD, "role", "cashier");
        for (List<String> stores : List.of(List.of(theirs.one()), List.of(ours.one(), theirs.one()))) {
            user.put("stores", stores);
            admin.post("/users", user).is(422, "validation-failed").blames("stores:unknown-reference");
        }
        user.remove("stores");
        String path = "/users/" + admin.post("/users", user).is(201).id();
        admin.ifMatch(1)
                .patch(path, fields("stores", List.of(theirs.one())))
                .is(422)
                .blames("stores:unknown-reference");
        user.put("businessId", theirs.business());
        admin.post("/users", user).is(422, "validation-failed").blames("businessId:unknown-reference");
        world.admin()
                .ifMatch(1)
                .patch(path, fields("stores", List.of(theirs.one())))
                .is(422)
                .blames("stores:unknown-reference");
    }

    @Test
    void noStoreAndNoTerminalIsMadeElsewhere() {
        Api admin = ours.admin();
        admin.post("/stores", fields("name", "Any", "timeZone", "UTC", "businessId", theirs.business()))
                .is(422, "validation-failed")
                .blames("businessId:unknown-reference");
        admin.in(ours.one())
                .post("/terminals", fields("name", "Any", "storeId", theirs.one()))
                .is(422, "validation-failed")
                .blames("storeId:invalid-value");
        admin.in(theirs.one()).post("/terminals", fields("name", "Any")).is(404, "not-found");
    }
}
