package io.tillsync.console.setup;

import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Users;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The people of a place's business, and for the installation's own admins those too. */
@Controller
@RequestMapping("/s/{store}/setup/users")
class UserController {

    private final Users users;
    private final UserForms forms;
    private final Register register;
    private final Notices notices;

    UserController(Users users, UserForms forms, Register register, Notices notices) {
        this.users = users;
        this.forms = forms;
        this.register = register;
        this.notices = notices;
    }

    @GetMapping
    String list(Place place, Model model) {
        forms.mustChange(place);
        model.addAttribute("people", forms.people(place));
        return "setup/users";
    }

    @GetMapping("/new")
    String blank(Place place, Model model) {
        forms.mustChange(place);
        return forms.show(place, model, SetupForm.empty().with("role", "manager"));
    }

    @PostMapping
    String create(
            Place place, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        SetupForm form = UserForms.sent(sent);
        forms.mustMake(place, form);
        String password = UserForms.password(sent);
        Outcome outcome = users.create(
                new EntityId(form.operation()),
                UserForms.creation(place.business().id(), form, password),
                Register.cause(place.visitor(), form, "user/" + users.sealed(password)));
        if (outcome instanceof Outcome.Refused refused) {
            return forms.show(place, model, form.refused(refused)) + " :: form";
        }
        response.setHeader("HX-Redirect", place.path() + "/setup/users?made=" + form.operation());
        return "setup/done";
    }

    @GetMapping("/{id}")
    String one(Place place, @PathVariable String id, Model model) {
        return forms.show(place, model, find(place, id));
    }

    @PostMapping("/{id}")
    String change(
            Place place,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Document state = find(place, id);
        SetupForm form = UserForms.sent(sent);
        Outcome outcome = users.change(
                id,
                Base.version(form.version()).merging(),
                UserForms.patch(state, form),
                Register.cause(place.visitor(), form, "user/" + id));
        if (outcome instanceof Outcome.Refused refused) {
            return forms.show(place, model, state, form.refused(refused)) + " :: form";
        }
        notices.done(locale, "setup.saved").saved().on(response);
        return one(place, id, model) + " :: form";
    }

    /** Of somebody else: whoever sits down at an open screen does not know the present one, which the account asks for. */
    @PostMapping("/{id}/password")
    String resetPassword(
            Place place,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String password,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Document state = find(place, id);
        NotAllowed.unless(!UserForms.isSelf(place, state));
        Outcome outcome = users.change(
                id,
                Base.version(SystemFields.version(state)),
                Map.of("password", password),
                place.visitor().cause("reset-password"));
        if (outcome instanceof Outcome.Refused refused) {
            model.addAttribute("passwordForm", SetupForm.empty().refused(refused));
        } else {
            notices.done(locale, "setup.user.password.done", name(state)).on(response);
        }
        return one(place, id, model) + " :: access";
    }

    @PostMapping("/{id}/{deed:disable|enable|log-out}")
    String act(
            Place place,
            @PathVariable String id,
            @PathVariable String deed,
            @RequestHeader(name = "HX-Target", defaultValue = "") String target,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Document state = find(place, id);
        Cause cause = place.visitor().cause(deed);
        Outcome outcome =
                switch (deed) {
                    case "disable" -> users.disable(id, cause);
                    case "enable" -> users.enable(id, cause);
                    default -> users.logOutEverywhere(id, cause);
                };
        if (outcome instanceof Outcome.Refused) {
            notices.failed(locale, "setup.user.own").on(response);
        } else {
            Notices.Notice notice = notices.done(locale, "setup.user." + deed + ".done", name(state));
            opposite(deed)
                    .ifPresent(back -> notice.undoable(place.path() + "/setup/users/" + id + "/" + back, Map.of()));
            notice.on(response);
        }
        if (!"access".equals(target)) {
            response.setHeader("HX-Refresh", "true"); // taken back from a notice, which shows nothing itself
        }
        return one(place, id, model) + " :: access";
    }

    /** Sessions that have ended do not come back. */
    private static Optional<String> opposite(String deed) {
        return switch (deed) {
            case "disable" -> Optional.of("enable");
            case "enable" -> Optional.of("disable");
            default -> Optional.empty();
        };
    }

    private Document find(Place place, String id) {
        return register.changeable(place.visitor(), "users", id);
    }

    private static String name(Document state) {
        return state.getString("username");
    }
}
