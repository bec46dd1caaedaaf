package io.tillsync.benchmarks.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What of this program other processes get on their class path. */
final class Tool {

    private Tool() {}

    static String jar() {
        return System.getProperty("benchmarks.jar", "");
    }

    /** The product with what it is compared with: an empty handler, and Spring Data. */
    static List<String> probe() {
        Stream<String> libraries = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> path.contains("spring-data-") || path.contains("spring-tx"));
        return Stream.concat(Stream.of(jar()), libraries).toList();
    }
}
