package io.tillsync.benchmarks;

import io.tillsync.benchmarks.scenario.Stage.Sizes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be measured: {@code [scenario…] [--products N] [--sockets N] [--round MILLISECONDS] [--minutes N] [--database-heap SIZE]
 * [--jvm OPTIONS] [--out FILE]}.
 *
 * @param scenarios their names, in their order
 * @param databaseHeap of the embedded database's process
 * @param longest after this no further scenario is begun
 * @param jvm how the JVM of the application is run
 */
record Options(
        List<String> scenarios,
        Sizes sizes,
        String databaseHeap,
        List<String> jvm,
        Duration longest,
        Optional<Path> out) {

    /** As in the container, with its usual limit of memory. */
    private static final String DEPLOYED = "-XX:+UseG1GC,-XX:MaxRAM=1g,-XX:MaxRAMPercentage=60";

    static Options parse(String[] arguments, Set<String> known) {
        List<String> scenarios = new ArrayList<>();
        int products = 1_000_000;
        int sockets = 10_000;
        Duration round = Duration.ofMillis(700);
        Duration longest = Duration.ofMinutes(9);
        String heap = "7g";
        String jvm = DEPLOYED;
        Optional<Path> out = Optional.empty();
        for (Iterator<String> words = Arrays.asList(arguments).iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--products" -> products = Integer.parseInt(words.next());
                case "--sockets" -> sockets = Integer.parseInt(words.next());
                case "--round" -> round = Duration.ofMillis(Long.parseLong(words.next()));
                case "--minutes" -> longest = Duration.ofMinutes(Long.parseLong(words.next()));
                case "--database-heap" -> heap = words.next();
                case "--jvm" -> jvm = words.next();
                case "--out" -> out = Optional.of(Path.of(words.next()));
                default -> scenarios.add(word);
            }
        }
        if (!known.containsAll(scenarios)) {
            throw new IllegalArgumentException("There are the scenarios " + known + ", not " + scenarios);
        }
        List<String> chosen = known.stream()
                .filter(name -> scenarios.isEmpty() || scenarios.contains(name))
                .toList();
        return new Options(
                chosen, new Sizes(products, sockets, round), heap, List.of(jvm.split(",", -1)), longest, out);
    }
}
