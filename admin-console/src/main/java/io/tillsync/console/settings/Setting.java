package io.tillsync.console.settings;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * One thing that can be set, as a property or as an environment variable.
 *
 * @param fallback the value it has where none is given; empty where it then has none
 */
record Setting(String name, Optional<String> fallback) {

    private static final Pattern PROPERTY = Pattern.compile("tillsync(\\.[a-z0-9-]+)+|server\\.port");

    /** The settings that a record of them declares, one for each component. */
    static Stream<Setting> of(Class<?> properties) {
        String prefix = properties.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(properties.getRecordComponents()).map(component -> of(prefix, component));
    }

    private static Setting of(String prefix, RecordComponent component) {
        return new Setting(
                prefix + "." + DataObjectPropertyName.toDashedForm(component.getName()), fallback(component));
    }

    private static Optional<String> fallback(RecordComponent component) {
        // The annotation is for parameters, so the component itself does not have it.
        return Arrays.stream(component.getDeclaringRecord().getDeclaredConstructors())
                .flatMap(constructor -> Arrays.stream(constructor.getParameters()))
                .filter(parameter -> parameter.getName().equals(component.getName()))
                .flatMap(parameter -> Stream.ofNullable(parameter.getAnnotation(DefaultValue.class)))
                .map(value -> String.join(",", value.value()))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    String variable() {
        return variable(name);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Puts its environment variable before each property that a text tells of. */
    static String withVariables(String text) {
        return PROPERTY.matcher(text).replaceAll(name -> variable(name.group()) + " (property " + name.group() + ")");
    }
}
