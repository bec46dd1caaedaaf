package io.tillsync.console.demo;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Who can log in to the demo, and with what. */
@Component
final class DemoUsers {

    static final String ADMIN = "admin";
    static final String MANAGER = "manager";
    static final String AUDITOR = "auditor";

    /** Without those that are easily taken for each other. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final Map<String, String> passwords = new LinkedHashMap<>();
    private final boolean chosen;

    DemoUsers(DemoProperties properties) {
        SecureRandom random = new SecureRandom();
        this.chosen = properties.password() != null;
        List.of(ADMIN, MANAGER, AUDITOR)
                .forEach(name -> passwords.put(
                        name, Optional.ofNullable(properties.password()).orElseGet(() -> password(random))));
    }

    /** Three groups of four, about 59 bits. */
    private static String password(SecureRandom random) {
        return IntStream.range(0, 3).mapToObj(group -> group(random)).collect(Collectors.joining("-"));
    }

    private static String group(SecureRandom random) {
        return random.ints(4, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    String password(String username) {
        return Optional.ofNullable(passwords.get(username)).orElseThrow();
    }

    /** Whether whoever started the process chose the password, and so knows it. */
    boolean areChosen() {
        return chosen;
    }
}
