package io.tillsync.benchmarks.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The built application laid out as in its container: the jar and its libraries beside each other, with a cache of what the JVM has learnt. */
public final class Deployment {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    private static final String MAIN = "io.tillsync.console.Tillsync";

    private final List<String> options;
    private final Path work;
    private final Path jar;
    private final Path cache;

    private Deployment(List<String> options, Path work, Path jar, Path cache) {
        this.options = options;
        this.work = work;
        this.jar = jar;
        this.cache = cache;
    }

    /** Lays it out in an empty directory, to be run with these options of the JVM. */
    public static Deployment of(Path application, List<String> options, Path work) {
        try {
            delete(work);
            Files.createDirectories(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path log = work.resolve("deployment.log");
        List<String> extract = List.of(
                "-Djarmode=tools", "-jar", application.toString(), "extract", "--destination", work + "/application");
        run(log, Map.of(), extract);
        Path jar = work.resolve("application").resolve(application.getFileName());
        Path cache = work.resolve("application.aot");
        List<String> train = new ArrayList<>(options);
        train.addAll(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh", "-Dserver.port=0"));
        train.addAll(List.of("-cp", jar.toString(), MAIN));
        // It connects to nothing: that there is a database's address only keeps it from bringing one of its own.
        run(log, Map.of("TILLSYNC_MONGODB_URI", "mongodb://localhost/tillsync"), train);
        return new Deployment(options, work, jar, cache);
    }

    private static void run(Path log, Map<String, String> environment, List<String> arguments) {
        try (JavaProcess process = JavaProcess.start(log, environment, arguments)) {
            process.await(LONGEST);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> all = Files.walk(directory)) {
                all.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    /** Where processes may leave files, and their logs. */
    Path work() {
        return work;
    }

    String jar() {
        return jar.toString();
    }

    /** How to start it, with this on its class path too. */
    List<String> command(Tillsync.Setup setup, List<String> beside) {
        List<String> command = new ArrayList<>(setup.jvm().isEmpty() ? options : setup.jvm());
        if (setup.isCached()) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.add("-cp");
        command.add(String.join(
                ":", Stream.concat(Stream.of(jar()), beside.stream()).toList()));
        command.add(MAIN);
        return command;
    }
}
