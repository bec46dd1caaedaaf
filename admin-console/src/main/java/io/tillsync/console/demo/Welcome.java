package io.tillsync.console.demo;

import io.tillsync.console.home.Tries;
import io.tillsync.console.mode.Mode;
import io.tillsync.console.mode.OnlyIn;
import java.time.Clock;
import java.time.Instant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Tells whoever started the demo where to go, who to be, and what to try. Passwords are shown here and nowhere else. */
@Component
@OnlyIn(Mode.DEMO)
final class Welcome {

    private static final String TEXT = """

            Tillsync runs in demo mode: everything is in memory and gone when it stops.
            Set TILLSYNC_MONGODB_URI to keep it.

              %s

            %s

            Try, in another terminal:

              # log in
              %s
              # find products
              %s
              # change a price; the same again is refused, since it is based on an older version
              %s
              # what has changed since the start, as the tills of a store see it
              %s
            """;

    private final DemoUsers users;
    private final Environment environment;
    private final Clock clock;

    Welcome(DemoUsers users, Environment environment, Clock clock) {
        this.users = users;
        this.environment = environment;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        System.out.println(text("http://localhost:" + environment.getProperty("local.server.port"), clock.instant()));
    }

    String text(String url, Instant now) {
        Tries tries = new Tries(url);
        return TEXT.formatted(
                url,
                users.areChosen() ? chosen() : random(),
                tries.logIn(DemoUsers.MANAGER, passwordInShell()),
                tries.list("coffee"),
                tries.changePrice("light-roast-instant-coffee", "11.99"),
                tries.follow("demo-1", now));
    }

    private static String chosen() {
        return "Users: admin, manager and auditor, with the password in TILLSYNC_DEMO_PASSWORD.";
    }

    private String random() {
        return """
            Users and passwords:
              admin    %s   the installation's admin
              manager  %s   of the business "demo"
              auditor  %s   reads everything in it""".formatted(
                users.password(DemoUsers.ADMIN), users.password(DemoUsers.MANAGER), users.password(DemoUsers.AUDITOR));
    }

    /** A password that somebody chose is not shown. */
    private String passwordInShell() {
        return users.areChosen() ? "'\"$TILLSYNC_DEMO_PASSWORD\"'" : users.password(DemoUsers.MANAGER);
    }
}
