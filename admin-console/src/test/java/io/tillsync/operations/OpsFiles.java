package io.tillsync.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What operators are given, under {@code ops}. */
final class OpsFiles {

    static final Path RULES = Path.of("../ops/prometheus");

    private static final Pattern ALERT = Pattern.compile("- alert: (\\w+)");
    private static final Pattern EXPRESSION = Pattern.compile("expr: >-\\s+(.*)");
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
    private static final Pattern LABELS = Pattern.compile("\\{[^}]*}|\\[[^]]*]|(by|on) \\([^)]*\\)");
    private static final Pattern NAME = Pattern.compile("[a-z]+_[a-z_]+[a-z](?!\\w*\\()");

    private OpsFiles() {}

    static String read(String path) {
        try {
            return Files.readString(Path.of("../" + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode dashboard() {
        return JsonMapper.shared().readTree(read("ops/grafana/dashboards/tillsync.json"));
    }

    static Set<String> alerts() {
        return ALERT.matcher(read("ops/prometheus/alerts.yml"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The names of the metrics that rules and dashboard ask for. */
    static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        EXPRESSION
                .matcher(read("ops/prometheus/alerts.yml"))
                .results()
                .forEach(found -> metrics.addAll(metricsIn(found.group(1))));
        dashboard()
                .get("panels")
                .forEach(panel -> panel.path("targets")
                        .forEach(target ->
                                metrics.addAll(metricsIn(target.get("expr").asString()))));
        return metrics;
    }

    private static Set<String> metricsIn(String expression) {
        String bare =
                LABELS.matcher(QUOTED.matcher(expression).replaceAll("\"\"")).replaceAll(" ");
        return NAME.matcher(bare).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
