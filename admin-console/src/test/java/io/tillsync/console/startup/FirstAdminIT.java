package io.tillsync.console.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tillsync.audit.log.Origin;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Sessions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class FirstAdminIT {

    private final RestartableServer database = RestartableServer.started();

    @AfterEach
    void stopDatabase() {
        database.close();
    }

    private RunningTillsync started(String... settings) {
        return RunningTillsync.started(
                Stream.concat(Stream.of("tillsync.mongodb.uri=" + database.uri()), Stream.of(settings))
                        .toArray(String[]::new));
    }

    private RunningTillsync startedWith(String password) {
        return started("tillsync.admin.password=" + password);
    }

    @Test
    void isNeededOnAnEmptyDatabase(CapturedOutput output) {
        assertThatThrownBy(this::started).isNotNull();

        assertThat(output)
                .contains("APPLICATION FAILED TO START")
                .contains("TILLSYNC_ADMIN_PASSWORD (property tillsync.admin.password) must be set")
                .doesNotContain("\tat ");
    }

    @Test
    void isMadeAndNothingElse(CapturedOutput output) {
        try (RunningTillsync tillsync = startedWith("first-password")) {
            assertThat(tillsync.bean(Feeds.class).head(Logs.INSTALLATION).counts())
                    .isEqualTo(Map.of("users", 1L));
            assertThat(canLogIn(tillsync, "first-password")).isTrue();
            assertThat(output).doesNotContain("first-password").doesNotContain("demo");
        }
    }

    @Test
    void keepsThePasswordOfTheFirstStart() {
        startedWith("first-password").close();

        try (RunningTillsync tillsync = startedWith("later-password")) {
            assertThat(canLogIn(tillsync, "first-password")).isTrue();
            assertThat(canLogIn(tillsync, "later-password")).isFalse();
        }
    }

    @Test
    void isNotAskedForAgain() {
        startedWith("first-password").close();

        try (RunningTillsync tillsync = started()) {
            assertThat(canLogIn(tillsync, "first-password")).isTrue();
        }
    }

    @Test
    void isMadeOnceByTwoProcessesThatStartTogether() {
        CompletableFuture<RunningTillsync> other =
                CompletableFuture.supplyAsync(() -> startedWith("one-password"), Thread.ofPlatform()::start);
        try (RunningTillsync one = startedWith("other-password");
                RunningTillsync two = other.join()) {
            assertThat(one.bean(Feeds.class).head(Logs.INSTALLATION).counts()).isEqualTo(Map.of("users", 1L));
            assertThat(Stream.of("one-password", "other-password")
                            .filter(password -> canLogIn(one, password) && canLogIn(two, password)))
                    .hasSize(1);
        }
    }

    private static boolean canLogIn(RunningTillsync tillsync, String password) {
        return tillsync.bean(Sessions.class).logIn("admin", password, Origin.API, Optional.empty())
                instanceof LogIn.Succeeded;
    }
}
