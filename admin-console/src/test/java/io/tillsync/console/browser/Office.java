package io.tillsync.console.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.startup.RunningTillsync;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.Sessions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A demo and a browser, which all tests of this package share; both end with the process. */
final class Office {

    private static @Nullable Office open;

    private final Chromium chromium = Chromium.start();
    private final RunningTillsync tillsync = RunningTillsync.started("tillsync.demo.password=" + Desk.PASSWORD);

    private Office() {
        Runtime.getRuntime().addShutdownHook(new Thread(chromium::close));
    }

    static synchronized Office open() {
        if (open == null) {
            open = new Office();
        }
        return open;
    }

    Browser browser() {
        return chromium.browser();
    }

    String base() {
        return tillsync.uri("").toString();
    }

    /** Somebody unknown. */
    Desk desk() {
        return Desk.at(browser(), base());
    }

    Desk desk(String username) {
        return desk().logIn(username);
    }

    Desk desk(String username, ColorScheme scheme, int width, int height) {
        return Desk.at(browser(), base(), scheme, width, height).logIn(username);
    }

    Rest rest(String username) {
        LogIn logIn =
                tillsync.bean(Sessions.class).logIn(username, Desk.PASSWORD, Origin.API, Optional.of("127.0.0.1"));
        return new Rest(base(), ((LogIn.Succeeded) logIn).token());
    }
}
