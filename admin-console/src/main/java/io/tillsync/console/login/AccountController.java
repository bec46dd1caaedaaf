package io.tillsync.console.login;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.LogIn;
import io.tillsync.core.tenancy.LogIns;
import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.TenancyProperties;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.FieldError;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The visitor's own password and sessions. */
@Controller
@RequestMapping("/account")
class AccountController {

    private static final int LOG_INS = 10;

    private final PasswordChange passwords;
    private final Users users;
    private final LogIns logIns;
    private final Sessions sessions;
    private final TenancyProperties properties;
    private final Notices notices;

    AccountController(
            PasswordChange passwords,
            Users users,
            LogIns logIns,
            Sessions sessions,
            TenancyProperties properties,
            Notices notices) {
        this.passwords = passwords;
        this.users = users;
        this.logIns = logIns;
        this.sessions = sessions;
        this.properties = properties;
        this.notices = notices;
    }

    @GetMapping
    String account(Visitor visitor, Model model) {
        model.addAttribute("logIns", logIns.last(visitor.principal(), LOG_INS));
        return "login/account";
    }

    /** The present session goes on, by a token of the new password. */
    @PostMapping("/password")
    String change(
            Visitor visitor,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeat,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<FieldError> fault = passwords.change(visitor, present, password, repeat);
        if (fault.isPresent()) {
            model.addAttribute("fault", fault.get());
        } else {
            goOn(visitor, password, request, response);
            notices.done(locale, "account.password.done").on(response);
        }
        return "login/account :: password";
    }

    private void goOn(Visitor visitor, String password, HttpServletRequest request, HttpServletResponse response) {
        LogIn logIn =
                sessions.logIn(visitor.principal().name(), password, Origin.CONSOLE, Optional.of(visitor.address()));
        if (logIn instanceof LogIn.Succeeded success) {
            SessionCookie.write(request, response, success.token(), properties.sessionLasts());
        }
    }

    @PostMapping("/log-out-everywhere")
    String logOutEverywhere(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        users.logOutEverywhere(visitor.principal().id(), visitor.cause("log-out-everywhere"));
        SessionCookie.clear(request, response);
        return "redirect:/login";
    }
}
