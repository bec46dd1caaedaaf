package io.tillsync.console.settings;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says in one sentence which setting is wrong, under the names by which people set it, and what is allowed. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class WrongSettingAnalyzer implements FailureAnalyzer {

    private static final String ACTION = "Correct it and start again. The README has a table of all settings.";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        return cause(failure, WrongSetting.class)
                .map(WrongSetting::getMessage)
                .or(() -> cause(failure, BindException.class).flatMap(BindFaults::sentence))
                .or(() -> cause(failure, InvalidConfigurationPropertyValueException.class)
                        .map(BindFaults::sentence))
                .map(sentence -> new FailureAnalysis(Setting.withVariables(sentence), ACTION, failure))
                .orElse(null);
    }

    static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
