package io.tillsync.console.settings;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;

/** Says in one sentence which setting is wrong, under the names by which people set it, and what is allowed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSettingAnalyzer implements FailureAnalyzer {

    private static final String ACTION = "Correct it and start again. The README has a table of all settings.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return cause(failure, BindException.class)
                .flatMap(WrongSettingAnalyzer::unreadable)
                .or(() -> cause(failure, InvalidConfigurationPropertyValueException.class)
                        .map(WrongSettingAnalyzer::notAllowed))
                .map(sentence -> new FailureAnalysis(sentence, ACTION, failure))
                .orElse(null);
    }

    private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** About a text that cannot be read as the type that is needed. */
    private static Optional<String> unreadable(BindException unbound) {
        ConfigurationProperty given = unbound.getProperty();
        return given == null
                ? Optional.empty()
                : AllowedForm.of(unbound.getTarget().getType().resolve(Object.class))
                        .map(allowed -> sentence(unbound.getName().toString(), allowed, given.getValue()));
    }

    private static String notAllowed(InvalidConfigurationPropertyValueException wrong) {
        return sentence(
                wrong.getName(), Objects.requireNonNullElse(wrong.getReason(), "is not allowed"), wrong.getValue());
    }

    private static String sentence(String name, String reason, @Nullable Object value) {
        String variable = Setting.variable(name);
        String names = name.equals(variable) ? name : variable + " (property " + name + ")";
        return names + " " + reason + (value == null ? "." : ", not " + readable(value) + ".");
    }

    private static Object readable(Object value) {
        return value instanceof Duration duration
                ? DurationFormatterUtils.print(duration, DurationFormat.Style.COMPOSITE)
                : value;
    }
}
