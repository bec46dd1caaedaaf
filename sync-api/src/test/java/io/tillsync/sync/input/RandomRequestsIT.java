package io.tillsync.sync.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import io.tillsync.sync.fixture.Shop;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever is sent: no fault of the server's, and no refusal that is not one of those in the catalogue. {@code -Dtillsync.seed} repeats a run. */
@SyncServer
class RandomRequestsIT {

    private static final int REQUESTS = 1_200;

    /** Failed attempts there keep others, who come from the same address, from logging in; and a token must not end. */
    private static final Set<String> NOT_HERE = Set.of("/auth/login", "/auth/logout", "/sync/register");

    private static final Pattern INNER = Pattern.compile(
            "(?s).*(Exception|\\bat [a-z]+\\.[a-z.]+|java\\.|org\\.spring|io\\.tillsync|jackson|mongo).*");

    @Autowired
    private World world;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private List<String> patterns() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream())
                .filter(pattern -> pattern.startsWith("/api/v1/"))
                .map(pattern -> pattern.substring("/api/v1".length()))
                .filter(pattern -> !NOT_HERE.contains(pattern))
                .distinct()
                .sorted()
                .toList();
    }

    private static long seed() {
        long seed = Long.getLong("tillsync.seed", new Random().nextInt(1_000_000_000));
        System.out.println("RandomRequestsIT: -Dtillsync.seed=" + seed);
        return seed;
    }

    @Test
    void areAllAnsweredAsTheContractSays() {
        Random random = new Random(seed());
        Shop shop = world.newShop();
        String token = shop.token();
        String product = shop.product().id();
        List<String> known = List.of(
                "products",
                "stocks",
                "store-prices",
                "settings",
                "users",
                "p",
                product,
                token,
                token.split(",", -1)[0],
                shop.one(),
                shop.two(),
                shop.business(),
                "id",
                "name");
        List<Api> callers = List.of(shop.boss(), shop.manager(), shop.till(), world.admin(), world.anonymous());
        List<String> patterns = patterns();
        RandomRequest requests = new RandomRequest(random, known);

        for (int i = 0; i < REQUESTS; i++) {
            Api caller = callers.get(random.nextInt(callers.size()));
            isAsTheContractSays(requests.send(caller.unobserved(), patterns.get(random.nextInt(patterns.size()))));
        }
        shop.till().get("/sync/changes?token=" + token).is(200);
    }

    private static void isAsTheContractSays(Answer answer) {
        assertThat(answer.status()).as(answer::toString).isLessThan(500);
        boolean hasBody = answer.bytes().length > 0;
        if (answer.status() >= 400 && hasBody) {
            assertThat(answer.header("Content-Type")).as(answer::toString).isEqualTo("application/problem+json");
            String code = answer.json().path("code").asString("");
            answer.is(answer.status(), code);
            assertThat(code).as(answer::toString).isNotEmpty();
            assertThat(answer.json().path("detail").asString(""))
                    .as(answer::toString)
                    .doesNotMatch(INNER);
        }
        if (answer.status() >= 400 && !hasBody) {
            assertThat(answer.toString()).startsWith("HEAD ");
        }
    }
}
