package io.tillsync.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DashboardTest {

    private static final int COLUMNS = 24;

    private final JsonNode dashboard = OpsFiles.dashboard();

    private List<JsonNode> panels() {
        return dashboard.get("panels").valueStream().toList();
    }

    private List<JsonNode> charts() {
        return panels().stream()
                .filter(panel -> !panel.get("type").asString().equals("row"))
                .toList();
    }

    private static String title(JsonNode panel) {
        return panel.get("title").asString();
    }

    @Test
    void beginsWithHowFreshEveryTillIs() {
        assertThat(panels().stream()
                        .filter(panel -> panel.get("type").asString().equals("row"))
                        .map(panel -> title(panel).replaceAll(":.*", "")))
                .containsExactly("Freshness", "Writes", "API", "Sockets", "Cache", "Database", "JVM", "Imports");
        assertThat(dashboard.get("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
        assertThat(dashboard.get("uid").asString()).isEqualTo("tillsync");
    }

    @Test
    void noPanelLiesOverAnother() {
        Set<String> taken = new HashSet<>();
        for (JsonNode panel : panels()) {
            JsonNode place = panel.get("gridPos");
            assertThat(place.get("x").asInt() + place.get("w").asInt())
                    .as(title(panel))
                    .isLessThanOrEqualTo(COLUMNS);
            for (int x = 0; x < place.get("w").asInt(); x++) {
                for (int y = 0; y < place.get("h").asInt(); y++) {
                    String cell =
                            (place.get("x").asInt() + x) + "/" + (place.get("y").asInt() + y);
                    assertThat(taken.add(cell)).as(title(panel) + " at " + cell).isTrue();
                }
            }
        }
    }

    @Test
    void everyPanelSaysWhatItShowsAndInWhichUnit() {
        assertThat(charts()).allSatisfy(panel -> {
            assertThat(panel.get("description").asString()).as(title(panel)).isNotBlank();
            assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                    .as(title(panel))
                    .isNotBlank();
        });
    }

    @Test
    void everythingIsAskedOfTheChosenSourceAboutTheChosenProcesses() {
        assertThat(dashboard
                        .at("/templating/list")
                        .valueStream()
                        .map(one -> one.get("name").asString()))
                .containsExactly("datasource", "instance");
        List<JsonNode> targets = new ArrayList<>();
        charts().forEach(panel -> panel.get("targets").forEach(targets::add));
        assertThat(targets).hasSizeGreaterThan(40).allSatisfy(target -> {
            assertThat(target.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            assertThat(target.get("expr").asString()).contains("instance=~\"$instance\"");
        });
    }

    @Test
    void panelsAndTheirQuestionsHaveNamesOfTheirOwn() {
        assertThat(panels().stream().map(panel -> panel.get("id").asInt())).doesNotHaveDuplicates();
        assertThat(charts())
                .allSatisfy(panel -> assertThat(panel.get("targets")
                                .valueStream()
                                .map(target -> target.get("refId").asString()))
                        .isNotEmpty()
                        .doesNotHaveDuplicates());
    }
}
