package io.tillsync.console.setup;

import io.tillsync.audit.log.Operation;
import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Cause;
import io.tillsync.core.tenancy.Terminals;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The tills of a store: how they are, and what is done with them. */
@Controller
@RequestMapping("/s/{store}/setup/terminals")
class TerminalController {

    private static final String TYPE = "terminals";
    private static final String NAME = "name";

    private final Tills tills;
    private final Terminals terminals;
    private final Register register;
    private final Notices notices;

    TerminalController(Tills tills, Terminals terminals, Register register, Notices notices) {
        this.tills = tills;
        this.terminals = terminals;
        this.register = register;
        this.notices = notices;
    }

    @GetMapping
    String list(Place place, Model model) {
        NotAllowed.unless(place.permissions().maySeeHistories());
        model.addAttribute("tills", tills.of(place));
        model.addAttribute("mayChange", mayChange(place));
        return "setup/terminals";
    }

    @GetMapping(headers = "HX-Request")
    String rows(Place place, Model model) {
        return list(place, model) + " :: rows";
    }

    @GetMapping("/new")
    String blank(Place place, Model model) {
        mustChange(place);
        model.addAttribute("form", SetupForm.empty());
        return "setup/terminal-new";
    }

    @PostMapping
    String create(
            Place place,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "") String name,
            Model model,
            HttpServletResponse response) {
        mustChange(place);
        SetupForm form = SetupForm.sent(operation, 0, Map.of(NAME, Set.of(name.strip())));
        Outcome outcome = create(place, form);
        if (outcome instanceof Outcome.Refused refused) {
            model.addAttribute("form", form.refused(refused));
            return "setup/terminal-new :: form";
        }
        response.setHeader("HX-Redirect", address(place, form.operation()));
        return "setup/done";
    }

    private Outcome create(Place place, SetupForm form) {
        return terminals
                .create(
                        new EntityId(form.operation()),
                        place.scope(),
                        Map.of(NAME, form.value(NAME)),
                        Register.cause(place.visitor(), form, "terminal"))
                .outcome();
    }

    @GetMapping("/{id}")
    String one(Place place, @PathVariable String id, Model model, HttpServletRequest request) {
        NotAllowed.unless(place.permissions().maySeeHistories());
        Till till = tills.find(place, id).orElseThrow(NoSuchPage::new);
        add(place, till, model, request);
        model.addAttribute("form", form(till));
        return "setup/terminal";
    }

    /** How it stands now, for a screen that is open. */
    @GetMapping(path = "/{id}", headers = "HX-Request")
    String now(Place place, @PathVariable String id, Model model, HttpServletRequest request) {
        return one(place, id, model, request) + " :: standing";
    }

    private void add(Place place, Till till, Model model, HttpServletRequest request) {
        boolean mayChange = mayChange(place);
        model.addAttribute("till", till);
        model.addAttribute("mayChange", mayChange);
        model.addAttribute("code", mayChange ? code(till, request) : Optional.empty());
    }

    private Optional<TillCode> code(Till till, HttpServletRequest request) {
        String server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        return terminals.openCode(till.id()).map(code -> TillCode.of(code, server));
    }

    private static SetupForm form(Till till) {
        return new SetupForm(
                SetupForm.empty().operation(),
                till.version(),
                Map.of(NAME, Set.of(till.name())),
                Map.of(),
                "",
                Map.of());
    }

    @PostMapping("/{id}")
    String rename(
            Place place,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String operation,
            @RequestParam(defaultValue = "0") long syncVersion,
            @RequestParam(defaultValue = "") String name,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(place, id);
        SetupForm form = SetupForm.sent(operation, syncVersion, Map.of(NAME, Set.of(name.strip())));
        Outcome outcome = terminals.change(
                id,
                Base.version(form.version()).merging(),
                Map.of(NAME, form.value(NAME)),
                Register.cause(place.visitor(), form, "rename/" + id));
        if (!(outcome instanceof Outcome.Refused)) {
            notices.done(locale, "setup.saved").saved().on(response);
        }
        Till till = find(place, id);
        add(place, till, model, request);
        model.addAttribute("form", outcome instanceof Outcome.Refused refused ? form.refused(refused) : form(till));
        return "setup/terminal :: name";
    }

    @PostMapping("/{id}/code")
    String renewCode(
            Place place,
            @PathVariable String id,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        find(place, id);
        terminals.renewCode(id, place.visitor().cause("renew-code"));
        return one(place, id, model, request) + " :: standing";
    }

    /** For good: what can be had back is another terminal of the same name. */
    @PostMapping("/{id}/revoke")
    String revoke(
            Place place,
            @PathVariable String id,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        Till till = find(place, id);
        terminals.revoke(id, place.visitor().cause("revoke"));
        notices.done(locale, "setup.terminal.revoked", till.name())
                .offering("setup.terminal.again", address(place, id) + "/again", Map.of())
                .on(response);
        return one(place, id, model, request) + " :: standing";
    }

    /** Makes another terminal of the same name; asked twice, the same one. */
    @PostMapping("/{id}/again")
    String again(Place place, @PathVariable String id, HttpServletResponse response) {
        Till till = find(place, id);
        String made = "again-" + id;
        Operation operation = new Operation("console/" + made, made);
        EntityId copy = new EntityId(made.length() > 64 ? EntityId.create().value() : made);
        Cause cause = new Cause(place.visitor().actor(), Origin.CONSOLE, operation);
        terminals.create(copy, place.scope(), Map.of(NAME, till.name()), cause);
        response.setHeader("HX-Redirect", address(place, copy.value()));
        return "setup/done";
    }

    private Till find(Place place, String id) {
        mustChange(place);
        return tills.find(place, id).orElseThrow(NoSuchPage::new);
    }

    private static String address(Place place, String id) {
        return place.path() + "/setup/terminals/" + id;
    }

    private boolean mayChange(Place place) {
        return register.mayAdminister(
                place.visitor(), TYPE, Optional.of(place.business().id()));
    }

    private void mustChange(Place place) {
        NotAllowed.unless(mayChange(place));
    }
}
