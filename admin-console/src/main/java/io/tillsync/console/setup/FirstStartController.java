package io.tillsync.console.setup;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Visitor;
import io.tillsync.core.tenancy.Terminals;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** Leads the first admin of an installation, or of a new business, from nothing to a till. */
@Controller
class FirstStartController {

    private final FirstSteps steps;
    private final Terminals terminals;

    FirstStartController(FirstSteps steps, Terminals terminals) {
        this.steps = steps;
        this.terminals = terminals;
    }

    @GetMapping("/setup")
    String show(
            Visitor visitor,
            @RequestParam(defaultValue = "") String business,
            @RequestParam(defaultValue = "false") boolean skip,
            Locale locale,
            Model model,
            HttpServletRequest request) {
        Progress progress = steps.progress(visitor, business, skip);
        SetupForm form = SetupForm.empty().with("currency", Currencies.usual(locale));
        return show(progress, form, locale, model, request);
    }

    @GetMapping(path = "/setup", headers = "HX-Request")
    String now(
            Visitor visitor,
            @RequestParam(defaultValue = "") String business,
            Locale locale,
            Model model,
            HttpServletRequest request) {
        return show(visitor, business, true, locale, model, request) + " :: step";
    }

    private String show(Progress progress, SetupForm form, Locale locale, Model model, HttpServletRequest request) {
        model.addAttribute("progress", progress);
        model.addAttribute("form", form);
        model.addAttribute("zones", Zones.ALL);
        model.addAttribute("currencies", Currencies.in(locale));
        String server =
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
        model.addAttribute(
                "code",
                progress.till().flatMap(till -> terminals.openCode(till.id())).map(code -> TillCode.of(code, server)));
        return "setup/first-start";
    }

    @PostMapping("/setup/{step}")
    String take(
            Visitor visitor,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> sent,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        String business = Optional.ofNullable(sent.getFirst("business")).orElse("");
        boolean skips = "true".equals(sent.getFirst("skip"));
        Progress progress = steps.progress(visitor, business, skips);
        if (!progress.steps().contains(step)) {
            throw new NoSuchPage();
        }
        SetupForm form = SetupForm.sent(sent, "name", "currency", "timeZone", "username");
        Outcome outcome = steps.take(visitor, progress, step, form, UserForms.password(sent));
        if (outcome instanceof Outcome.Refused refused) {
            return show(progress, form.refused(refused), locale, model, request) + " :: step";
        }
        response.setHeader(
                "HX-Redirect",
                UriComponentsBuilder.fromPath("/setup")
                        .queryParam("business", step.equals("business") ? form.operation() : progress.businessId())
                        .queryParam("skip", skips)
                        .toUriString());
        return "setup/done";
    }
}
