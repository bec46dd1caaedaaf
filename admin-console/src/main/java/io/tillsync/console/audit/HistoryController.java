package io.tillsync.console.audit;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Versions.Version;
import io.tillsync.core.type.EntityId;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The history of one entity: its versions, and each as it was then. */
@Controller
class HistoryController {

    private final Subjects subjects;
    private final Histories histories;

    HistoryController(Subjects subjects, Histories histories) {
        this.subjects = subjects;
        this.histories = histories;
    }

    @GetMapping("/s/{store}/audit/entity/{type}/{id}")
    String history(Place place, Formats show, @PathVariable String type, @PathVariable String id, Model model) {
        add(subjects.find(place, type, id), show, model);
        return "audit/history";
    }

    /** What is shown anew when the entity has changed. */
    @GetMapping(path = "/s/{store}/audit/entity/{type}/{id}", headers = "HX-Request")
    String changed(Place place, Formats show, @PathVariable String type, @PathVariable String id, Model model) {
        add(subjects.find(place, type, id), show, model);
        return "audit/history :: history";
    }

    void add(Subject subject, Formats show, Model model) {
        addPage(subject, show, Optional.empty(), model);
        model.addAttribute("name", histories.name(subject));
        model.addAttribute("operation", EntityId.create().value());
    }

    private void addPage(Subject subject, Formats show, Optional<Long> from, Model model) {
        Histories.Page page = histories.page(subject, show, from);
        model.addAttribute("subject", subject);
        model.addAttribute("versions", page.versions());
        page.next().ifPresent(next -> model.addAttribute("next", subject.path() + "/more?from=" + next));
    }

    @GetMapping("/s/{store}/audit/entity/{type}/{id}/more")
    String more(
            Place place,
            Formats show,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long from,
            Model model) {
        addPage(subjects.find(place, type, id), show, Optional.of(from), model);
        model.addAttribute("operation", EntityId.create().value());
        return "audit/history :: versions";
    }

    @GetMapping("/s/{store}/audit/entity/{type}/{id}/{seq:[0-9]{1,12}}")
    String then(
            Place place,
            Formats show,
            @PathVariable String type,
            @PathVariable String id,
            @PathVariable long seq,
            Model model) {
        Subject subject = subjects.find(place, type, id);
        Version version = histories.at(subject, seq).orElseThrow(NoSuchPage::new);
        model.addAttribute("subject", subject);
        model.addAttribute("name", histories.name(subject));
        model.addAttribute("version", histories.view(subject, show, version));
        model.addAttribute(
                "fields", histories.compare(subject, show, version.change().after()));
        model.addAttribute("operation", EntityId.create().value());
        return "audit/then";
    }
}
