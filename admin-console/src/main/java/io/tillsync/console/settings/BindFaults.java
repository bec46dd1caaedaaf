package io.tillsync.console.settings;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.format.annotation.DurationFormat;
import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.validation.FieldError;

/** What is wrong with settings that could not be bound, in a sentence. */
final class BindFaults {

    /** As {@link Duration#toString} has it (ISO 8601). */
    private static final Pattern DURATION = Pattern.compile("\\bPT-?[0-9][0-9HMS.]*\\b");

    private BindFaults() {}

    /** Empty where Spring Boot knows better. */
    static Optional<String> sentence(BindException unbound) {
        return unreadable(unbound).or(() -> invalid(unbound)).or(() -> refused(unbound));
    }

    /** Of a number that was asked for by itself. */
    static String sentence(InvalidConfigurationPropertyValueException wrong) {
        return "%s %s, not %s.".formatted(wrong.getName(), reason(wrong), wrong.getValue());
    }

    private static String reason(InvalidConfigurationPropertyValueException wrong) {
        return wrong.getCause() instanceof NumberFormatException
                ? AllowedForm.WHOLE_NUMBER
                : "is wrong (" + wrong.getReason() + ")";
    }

    /** A text that is not of the type that is needed. */
    private static Optional<String> unreadable(BindException unbound) {
        ConfigurationProperty given = unbound.getProperty();
        return given == null
                ? Optional.empty()
                : AllowedForm.of(unbound.getTarget().getType().resolve(Object.class))
                        .map(allowed -> "%s %s, not %s.".formatted(unbound.getName(), allowed, given.getValue()));
    }

    /** Values that break the constraints that are declared for them. */
    private static Optional<String> invalid(BindException unbound) {
        return WrongSettingAnalyzer.cause(unbound, BindValidationException.class)
                .map(invalid -> invalid.getValidationErrors().getAllErrors().stream()
                        .filter(FieldError.class::isInstance)
                        .map(FieldError.class::cast)
                        .map(error -> "%s.%s %s, not %s."
                                .formatted(
                                        unbound.getName(),
                                        DataObjectPropertyName.toDashedForm(error.getField()),
                                        error.getDefaultMessage(),
                                        error.getRejectedValue()))
                        .collect(Collectors.joining("\n")));
    }

    /** Values that the record of settings does not take; its message names the property. */
    private static Optional<String> refused(BindException unbound) {
        return WrongSettingAnalyzer.cause(unbound, IllegalArgumentException.class)
                .map(IllegalArgumentException::getMessage)
                .filter(message -> message.startsWith(unbound.getName().toString()))
                .map(message -> DURATION.matcher(message).replaceAll(BindFaults::asPeopleWrite) + ".");
    }

    private static String asPeopleWrite(MatchResult duration) {
        return DurationFormatterUtils.print(Duration.parse(duration.group()), DurationFormat.Style.COMPOSITE);
    }
}
