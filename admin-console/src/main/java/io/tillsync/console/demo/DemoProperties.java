package io.tillsync.console.demo;

import io.tillsync.console.startup.Passwords;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What can be set about the demo.
 *
 * @param password of all its users; where absent, each gets one of its own by chance
 */
@ConfigurationProperties("tillsync.demo")
record DemoProperties(@Nullable String password) {

    DemoProperties {
        Passwords.check("tillsync.demo.password", password);
    }

    @Override
    public String toString() {
        return "DemoProperties"; // Without the password.
    }
}
