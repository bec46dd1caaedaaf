package io.tillsync.console.settings;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.stereotype.Component;

/**
 * Refuses, before the process listens, what binding alone lets pass: names that do not exist, so that a typo does not quietly start the
 * demo where real data was meant, and ports that do not exist.
 */
@Component
final class SettingsCheck implements SmartInitializingSingleton {

    private final ListableBeanFactory beans;
    private final ConfigurableEnvironment environment;

    SettingsCheck(ListableBeanFactory beans, ConfigurableEnvironment environment) {
        this.beans = beans;
        this.environment = environment;
    }

    @Override
    public void afterSingletonsInstantiated() {
        checkPort("server.port");
        checkPort("management.server.port");
        KnownSettings known = new KnownSettings(declared());
        given().filter(name -> !known.allow(name)).findFirst().ifPresent(name -> {
            throw new WrongSetting(name + " is not a setting of Tillsync. These are: " + known.list() + ".");
        });
    }

    private void checkPort(String name) {
        Binder.get(environment).bind(name, Integer.class).ifBound(port -> {
            if (port < 0 || port > 65_535) {
                throw new WrongSetting(name + " must be from 0 (any free port) to 65535, not " + port + ".");
            }
        });
    }

    private Set<Setting> declared() {
        return Arrays.stream(beans.getBeanNamesForAnnotation(ConfigurationProperties.class))
                .<Class<?>>mapMulti((name, types) ->
                        Optional.ofNullable(beans.getType(name)).ifPresent(types))
                .filter(type -> type.isRecord() && type.getName().startsWith("io.tillsync."))
                .flatMap(Setting::of)
                .collect(Collectors.toSet());
    }

    private Stream<String> given() {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()));
    }
}
