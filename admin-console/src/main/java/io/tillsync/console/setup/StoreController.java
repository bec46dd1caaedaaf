package io.tillsync.console.setup;

import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Directory;
import io.tillsync.core.tenancy.Stores;
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

/** The stores of a place's business. */
@Controller
@RequestMapping("/s/{store}/setup/stores")
class StoreController {

    private static final String TYPE = "stores";

    private final Stores stores;
    private final Directory directory;
    private final Register register;
    private final Notices notices;

    StoreController(Stores stores, Directory directory, Register register, Notices notices) {
        this.stores = stores;
        this.directory = directory;
        this.register = register;
        this.notices = notices;
    }

    @GetMapping
    String list(Place place, Model model) {
        mustChange(place);
        model.addAttribute("stores", directory.stores(place.business().id()));
        return "setup/stores";
    }

    @GetMapping("/new")
    String blank(Place place, Model model) {
        mustChange(place);
        SetupForm form =
                SetupForm.empty().with("timeZone", place.store().timeZone().getId());
        return form(model, form, Optional.empty());
    }

    @PostMapping
    String create(
            Place place, @RequestParam MultiValueMap<String, String> sent, Model model, HttpServletResponse response) {
        mustChange(place);
        SetupForm form = SetupForm.sent(sent, "name", "timeZone");
        Map<String, String> fields = Map.of(
                "name", form.value("name"),
                "timeZone", form.value("timeZone"),
                "businessId", place.business().id());
        Outcome outcome =
                stores.create(new EntityId(form.operation()), fields, Register.cause(place.visitor(), form, "store"));
        if (outcome instanceof Outcome.Refused refused) {
            return form(model, form.refused(refused), Optional.empty()) + " :: form";
        }
        response.setHeader("HX-Redirect", "/s/" + form.operation() + "/setup/terminals");
        return "setup/done";
    }

    @GetMapping("/{id}")
    String one(Place place, @PathVariable String id, Model model) {
        return form(model, SetupForm.of(register.changeable(place.visitor(), TYPE, id)), Optional.of(id));
    }

    @PostMapping("/{id}")
    String change(
            Place place,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        register.changeable(place.visitor(), TYPE, id);
        SetupForm form = SetupForm.sent(sent, "name", "timeZone");
        Map<String, String> patch = Map.of("name", form.value("name"), "timeZone", form.value("timeZone"));
        Outcome outcome = stores.change(
                id,
                Base.version(form.version()).merging(),
                patch,
                Register.cause(place.visitor(), form, "store/" + id));
        if (outcome instanceof Outcome.Refused refused) {
            return form(model, form.refused(refused), Optional.of(id)) + " :: form";
        }
        notices.done(locale, "setup.saved").saved().on(response);
        return one(place, id, model) + " :: form";
    }

    private static String form(Model model, SetupForm form, Optional<String> id) {
        model.addAttribute("form", form);
        model.addAttribute("id", id.orElse(""));
        model.addAttribute("zones", Zones.ALL);
        return "setup/store";
    }

    private void mustChange(Place place) {
        register.mustAdminister(
                place.visitor(), TYPE, Optional.of(place.business().id()));
    }
}
