package io.tillsync.console.setup;

import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Businesses;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The businesses of the installation, for its own admins. */
@Controller
@RequestMapping("/s/{store}/setup/businesses")
class BusinessController {

    private static final String TYPE = "businesses";
    private static final int MOST = 200;

    private final Businesses businesses;
    private final Directory directory;
    private final Register register;
    private final Notices notices;

    BusinessController(Businesses businesses, Directory directory, Register register, Notices notices) {
        this.businesses = businesses;
        this.directory = directory;
        this.register = register;
        this.notices = notices;
    }

    @GetMapping
    String list(Place place, Model model) {
        mustChange(place);
        model.addAttribute("businesses", directory.businesses(MOST));
        return "setup/businesses";
    }

    @GetMapping("/new")
    String blank(Place place, Model model, Locale locale) {
        mustChange(place);
        SetupForm form =
                SetupForm.empty().with("currency", place.business().currency().getCurrencyCode());
        return form(model, locale, form, Optional.empty());
    }

    @PostMapping
    String create(
            Place place,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        mustChange(place);
        SetupForm form = SetupForm.sent(sent, "name", "currency");
        Map<String, String> fields = Map.of("name", form.value("name"), "currency", form.value("currency"));
        Outcome outcome = businesses.create(
                new EntityId(form.operation()), fields, Register.cause(place.visitor(), form, "business"));
        if (outcome instanceof Outcome.Refused refused) {
            return form(model, locale, form.refused(refused), Optional.empty()) + " :: form";
        }
        response.setHeader("HX-Redirect", "/setup?business=" + form.operation());
        return "setup/done";
    }

    @GetMapping("/{id}")
    String one(Place place, @PathVariable String id, Model model, Locale locale) {
        return form(model, locale, SetupForm.of(register.changeable(place.visitor(), TYPE, id)), Optional.of(id));
    }

    /** Its currency stays: the amounts in the log are in it. */
    @PostMapping("/{id}")
    String change(
            Place place,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        register.changeable(place.visitor(), TYPE, id);
        SetupForm form = SetupForm.sent(sent, "name", "currency");
        Outcome outcome = businesses.change(
                id,
                Base.version(form.version()).merging(),
                Map.of("name", form.value("name")),
                Register.cause(place.visitor(), form, "business/" + id));
        if (outcome instanceof Outcome.Refused refused) {
            return form(model, locale, form.refused(refused), Optional.of(id)) + " :: form";
        }
        notices.done(locale, "setup.saved").saved().on(response);
        return one(place, id, model, locale) + " :: form";
    }

    private static String form(Model model, Locale locale, SetupForm form, Optional<String> id) {
        model.addAttribute("form", form);
        model.addAttribute("id", id.orElse(""));
        model.addAttribute("currencies", Currencies.in(locale));
        return "setup/business";
    }

    private static void mustChange(Place place) {
        NotAllowed.unless(place.permissions().ofInstallation());
    }
}
