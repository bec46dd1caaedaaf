package io.tillsync.sync.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Actor;
import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.core.tenancy.Homes;
import io.tillsync.core.tenancy.Scope;
import io.tillsync.core.type.Level;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.DatabaseCommands;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.World;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What calls cost in commands to the database, in shops of different sizes. */
@Component
class Costs {

    private static final int COMMIT = 100;
    private static final int TRIES = 5;

    private final World world;
    private final DatabaseCommands commands;
    private final LogWriters writers;
    private final Homes homes;

    Costs(World world, DatabaseCommands commands, LogWriters writers, Homes homes) {
        this.world = world;
        this.commands = commands;
        this.writers = writers;
        this.homes = homes;
    }

    /** A new shop; in commits of {@value COMMIT} products, as an import would make them. */
    Shop shopWith(int products) {
        Shop shop = world.newShop();
        for (int made = 0; made < products; made += COMMIT) {
            String id = world.name("operation");
            Edit[] edits = IntStream.range(0, COMMIT)
                    .mapToObj(i -> new Edit.Create(
                            "products", world.name("p"), Map.of("name", world.name("Product"), "price", 1)))
                    .toArray(Edit[]::new);
            Outcome.Result result = writers.write(ChangeRequest.of(
                    homes.of(Level.BUSINESS, Scope.business(shop.business())),
                    Actor.system("test"),
                    Origin.SYSTEM,
                    new Operation(id, id),
                    edits));
            assertThat(result.outcomes()).allMatch(Outcome.Applied.class::isInstance);
        }
        return shop;
    }

    /** What a call sends when this process has just looked at its logs, as it does by itself all the time: the least of some tries. */
    List<String> of(Runnable call) {
        return IntStream.range(0, TRIES)
                .mapToObj(i -> commands.during(call))
                .min(Comparator.comparingInt(List::size))
                .orElseThrow();
    }

    /** What it takes to tell a till of the one product that was made since. */
    List<String> ofOneChange(Shop shop) {
        String token = shop.token();
        String made = shop.product().id();
        Api till = shop.till();
        return of(() -> assertThat(
                        till.get("/sync/changes?token=" + token).is(200).json().findValuesAsString("id"))
                .containsExactly(made));
    }
}
