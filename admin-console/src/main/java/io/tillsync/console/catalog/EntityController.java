package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An entity by itself: to look at, to make, to change, to delete, to bring back. */
@Controller
@RequestMapping("/s/{store}/catalog/{type}")
class EntityController {

    private final TypesAt types;
    private final Entities entities;
    private final EntityScreens screens;
    private final Edited edited;
    private final EntityAnswers answers;

    EntityController(TypesAt types, Entities entities, EntityScreens screens, Edited edited, EntityAnswers answers) {
        this.types = types;
        this.entities = entities;
        this.screens = screens;
        this.edited = edited;
        this.answers = answers;
    }

    @GetMapping("/{id}")
    String entity(
            Place place,
            @PathVariable String type,
            @PathVariable String id,
            @RequestHeader(name = "HX-Request", defaultValue = "") String part,
            Formats formats,
            Model model) {
        TypeAt at = types.find(place, type);
        EntityAnswers.show(screens.of(at, state(at, id), formats), model);
        return part.isEmpty() ? "catalog/entity" : "catalog/entity :: screen";
    }

    @GetMapping("/new")
    String blank(
            Place place,
            @PathVariable String type,
            @RequestParam(defaultValue = "") String from,
            Formats formats,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        EntityAnswers.show(
                from.isEmpty() ? screens.blank(at, formats) : screens.copy(at, state(at, from), formats), model);
        return "catalog/entity";
    }

    @PostMapping
    String create(
            Place place,
            @PathVariable String type,
            @RequestParam String id,
            @RequestParam Map<String, String> form,
            Formats formats,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        Outcome outcome = edited.created(at, id.strip(), form, locale);
        EntityScreen screen = screens.blank(at, formats);
        String view =
                answers.of(outcome, screen, new EntityAnswers.Asked(id.strip(), 0, form), formats, response, model);
        if (response.getStatus() == HttpServletResponse.SC_OK) {
            response.setHeader("HX-Push-Url", at.path(id.strip()));
        }
        return view;
    }

    @PostMapping("/{id}")
    String save(
            Place place,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long syncVersion,
            @RequestParam Map<String, String> form,
            Formats formats,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        EntityScreen screen = screens.of(at, state(at, id), formats);
        Outcome outcome = edited.replaced(at, id, syncVersion, form, locale);
        return answers.of(outcome, screen, new EntityAnswers.Asked(id, syncVersion, form), formats, response, model);
    }

    @PostMapping("/{id}/delete")
    String delete(
            Place place,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long syncVersion,
            @RequestParam Map<String, String> form,
            Formats formats,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        Outcome outcome = edited.deleted(at, id, syncVersion, form);
        return answers.ofDeletion(outcome, screens.of(at, state(at, id), formats), formats, response, model);
    }

    @PostMapping("/{id}/restore")
    String restore(
            Place place,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long syncVersion,
            @RequestParam Map<String, String> form,
            Formats formats,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        Outcome outcome = edited.restored(at, id, syncVersion, form);
        return answers.ofRestoration(outcome, screens.of(at, state(at, id), formats), formats, response, model);
    }

    private Document state(TypeAt at, String id) {
        return entities.find(at.log(), at.type(), id).orElseThrow(NoSuchPage::new);
    }
}
