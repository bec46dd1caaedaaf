package io.tillsync.console.settings;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/** The names that mean something to Tillsync. */
final class KnownSettings {

    /** What Kubernetes gives to every container beside a service named tillsync, and what the build's own tests take. */
    private static final Pattern NOT_OURS = Pattern.compile("TILLSYNC_(SERVICE_|PORT|TEST_|REQUIRE_ALL).*");

    private final Map<String, ConfigurationPropertyName> names = new TreeMap<>();

    KnownSettings(Collection<Setting> settings) {
        settings.forEach(setting -> names.put(setting.variable(), ConfigurationPropertyName.of(setting.name())));
    }

    /** Whether a property or variable of that name does what its giver may expect: it exists, or is none of ours. */
    boolean allow(String given) {
        if (given.startsWith("TILLSYNC_")) {
            return names.containsKey(given) || NOT_OURS.matcher(given).matches();
        }
        return !given.toLowerCase(Locale.ROOT).startsWith("tillsync.")
                || names.containsValue(ConfigurationPropertyName.adapt(given, '.'));
    }

    /** All of them, as environment variables. */
    String list() {
        return String.join(", ", names.keySet());
    }
}
