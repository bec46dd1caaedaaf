package io.tillsync.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Principal;
import io.tillsync.core.tenancy.Sessions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoIT {

    private RunningTillsync tillsync;

    @BeforeAll
    void start() {
        tillsync = RunningTillsync.started();
    }

    @AfterAll
    void stop() {
        tillsync.close();
    }

    private Map<String, Long> counts(LogId log) {
        return tillsync.bean(Feeds.class).head(log).counts();
    }

    @Test
    void printsWhatItIsAndWhereToGoAndNothingElse(CapturedOutput output) {
        assertThat(output.getAll())
                .startsWith("\nTillsync runs in demo mode: everything is in memory and gone when it stops.")
                .contains("\n  http://localhost:" + tillsync.uri("/").getPort() + "\n")
                .contains("curl -s");
    }

    @ParameterizedTest
    @CsvSource({"admin, ADMIN, ", "manager, MANAGER, demo", "auditor, AUDITOR, demo"})
    void printsPasswordsThatWork(String user, String role, String business, CapturedOutput output) {
        String password = Pattern.compile("^  " + user + " +(\\S+)", Pattern.MULTILINE)
                .matcher(output.getAll())
                .results()
                .map((MatchResult line) -> line.group(1))
                .findFirst()
                .orElseThrow();

        LogIn logIn = tillsync.bean(Sessions.class).logIn(user, password, Origin.API, Optional.empty());

        assertThat(logIn).isInstanceOf(LogIn.Succeeded.class);
        Principal principal = ((LogIn.Succeeded) logIn).principal();
        assertThat(principal.role().name()).isEqualTo(role);
        assertThat(principal.businessId()).isEqualTo(Optional.ofNullable(business));
        assertThat(principal.stores()).isEmpty();
    }

    @Test
    void hasOneBusinessWithTwoStores() {
        assertThat(counts(Logs.INSTALLATION)).isEqualTo(Map.of("businesses", 1L, "stores", 2L, "users", 3L));
    }

    @Test
    void hasACatalogAndAStockOfItInEachStore() {
        assertThat(counts(Logs.business("demo")))
                .containsEntry("products", 275L)
                .containsEntry("categories", 8L);
        assertThat(counts(Logs.store("demo-1"))).containsEntry("stocks", 275L);
        assertThat(counts(Logs.store("demo-2"))).containsEntry("stocks", 275L);
    }

    @Test
    void printsCommandsThatWorkWhenTheyArePasted(CapturedOutput output) throws Exception {
        List<String> commands = output.getAll()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("TOKEN=") || line.startsWith("curl "))
                .toList();

        List<String> answers = Shell.run(commands);

        assertThat(commands).hasSize(4);
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0)).contains("light-roast-instant-coffee");
        assertThat(answers.get(1)).contains("\"price\":11.99").contains("\"syncVersion\":2");
        assertThat(answers.get(2)).contains("\"price\":11.99").contains("\"totalRecords\":1");
    }

    @Test
    void saysOnItsPageThatNothingIsKept() {
        assertThat(tillsync.get("/start").body())
                .contains("gone when the process stops")
                .contains("/api/v1");
    }
}
