package io.tillsync.sync.auth;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.SyncServer;
import io.tillsync.sync.fixture.World;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** {@code Authorization}: the one form in which a token counts. */
@SyncServer
class BearerIT {

    @Autowired
    private World world;

    @Test
    void takesATokenUnderTheNameOfItsSchemeInAnyCase() { // RFC 9110 §11.1
        for (String scheme : new String[] {"Bearer", "bearer", "BEARER"}) {
            world.anonymous()
                    .with("Authorization", scheme + " " + world.shop().cashier().token())
                    .get("/products")
                    .is(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "%s",
                "Basic %s",
                "Token %s",
                "Bearer%s",
                "Bearer x%s",
                "Bearer %sx",
                "Bearer %s %1$s",
                "Bearer \"%s\"",
                "Bearer token=%s",
                "Bearer ../%s",
                "Bearer tst_%s",
                "Bearer $ne"
            })
    void refusesEverythingElse(String header) {
        String value = header.formatted(world.shop().cashier().token());
        Answer answer = world.anonymous().with("Authorization", value).get("/products");
        answer.is(401, "unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
