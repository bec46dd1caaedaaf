package io.tillsync.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Where and when figures were measured. */
public final class Machine {

    private Machine() {}

    /** In one line. */
    public static String describe(String database, List<String> jvm) {
        return "%s, %d processors (%s), %s memory, %s %s, JDK %s (%s), %s. Database: %s. Clients on the same machine."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        field("/proc/cpuinfo", "model name"),
                        memory(),
                        System.getProperty("os.name"),
                        System.getProperty("os.version").replaceAll("[^0-9.].*$", ""),
                        System.getProperty("java.version"),
                        System.getProperty("java.vendor"),
                        String.join(" ", jvm),
                        database);
    }

    private static String memory() {
        String kilobytes = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
        return kilobytes.isEmpty() ? "?" : Math.round(Long.parseLong(kilobytes) / 1e6) + " GB";
    }

    private static String field(String file, String name) {
        try {
            return Files.readAllLines(Path.of(file)).stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("?");
        } catch (IOException e) {
            return "?";
        }
    }
}
