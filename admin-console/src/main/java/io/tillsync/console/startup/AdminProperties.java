package io.tillsync.console.startup;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The first admin of an installation.
 *
 * @param password needed at the first start on an empty database, ignored later
 */
@ConfigurationProperties("tillsync.admin")
record AdminProperties(@Nullable String password) {

    AdminProperties {
        Passwords.check("tillsync.admin.password", password);
    }

    @Override
    public String toString() {
        return "AdminProperties"; // Without the password.
    }
}
