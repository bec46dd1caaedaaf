package io.tillsync.console.startup;

import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import io.tillsync.console.settings.WrongSetting;
import io.tillsync.core.tenancy.Installation;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes the one user without whom nobody could ever log in, on an empty database; else nothing. */
@Component
@OnlyIn(Mode.REAL)
final class FirstAdmin implements Preparation {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final Installation installation;
    private final AdminProperties properties;

    FirstAdmin(Installation installation, AdminProperties properties) {
        this.installation = installation;
        this.properties = properties;
    }

    @Override
    public void prepare() {
        if (installation.isNew()) {
            installation.ensureAdmin(Optional.ofNullable(properties.password())
                    .orElseThrow(() -> new WrongSetting("tillsync.admin.password must be set: the database is empty,"
                            + " and this becomes the password of its first user, admin.")));
            LOG.info("The database was empty; it has a first user now, admin");
        }
    }
}
