package io.tillsync.console.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ChosenPasswordIT {

    @Test
    void isThatOfAllUsersAndIsNotPrinted(CapturedOutput output) {
        try (RunningTillsync tillsync = RunningTillsync.started("tillsync.demo.password=chosen-password")) {
            Sessions sessions = tillsync.bean(Sessions.class);
            for (String user : new String[] {"admin", "manager", "auditor"}) {
                assertThat(sessions.logIn(user, "chosen-password", Origin.API, Optional.empty()))
                        .isInstanceOf(LogIn.Succeeded.class);
            }
            assertThat(output).doesNotContain("chosen-password").contains("$TILLSYNC_DEMO_PASSWORD");
        }
    }
}
