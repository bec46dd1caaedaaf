package io.tillsync.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SettingTest {

    @ParameterizedTest
    @MethodSource("io.tillsync.console.settings.DeclaredSettings#all")
    void canBeGivenByItsVariable(Setting setting) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment", Map.of(setting.variable(), "given")));
        ConfigurationPropertySources.attach(environment);

        assertThat(Binder.get(environment).bind(setting.name(), String.class).get())
                .isEqualTo("given");
    }

    @Test
    void isFoundInEveryModuleThatHasAny() {
        assertThat(DeclaredSettings.all())
                .extracting(Setting::variable)
                .contains("TILLSYNC_MONGODB_URI", "TILLSYNC_WRITE_BATCH_CHANGES");
    }
}
