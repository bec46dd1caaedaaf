package io.tillsync.console.catalog;

import io.tillsync.console.compare.Comparisons;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Place;
import io.tillsync.console.values.FaultTexts;
import io.tillsync.core.read.Entities;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Edits of a single value right in a list. */
@Controller
class InlineController {

    private final TypesAt types;
    private final Entities entities;
    private final Edited edited;
    private final EntityScreens screens;
    private final Rows rows;
    private final Comparisons comparisons;
    private final FaultTexts faults;
    private final MessageSource messages;

    InlineController(
            TypesAt types,
            Entities entities,
            Edited edited,
            EntityScreens screens,
            Rows rows,
            Comparisons comparisons,
            FaultTexts faults,
            MessageSource messages) {
        this.types = types;
        this.entities = entities;
        this.edited = edited;
        this.screens = screens;
        this.rows = rows;
        this.comparisons = comparisons;
        this.faults = faults;
        this.messages = messages;
    }

    /** Answers with the row as it is then; with what is wrong, as a text; or with the comparison. */
    @PostMapping("/s/{store}/catalog/{type}/{id}/field")
    String save(
            Place place,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam String field,
            @RequestParam long syncVersion,
            @RequestParam Map<String, String> form,
            Formats formats,
            Locale locale,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        model.addAttribute("at", at);
        Outcome outcome = edited.patched(at, id, syncVersion, field, form, locale);
        return switch (outcome) {
            case Outcome.Applied applied -> row(at, applied.change().after(), formats, model);
            case Outcome.Unchanged unchanged -> row(at, unchanged.state(), formats, model);
            case Outcome.Gone gone -> row(at, state(at, id), formats, model);
            case Outcome.Missing missing -> throw new NoSuchPage();
            case Outcome.VersionConflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                EntityAnswers.show(screens.of(at, conflict.server(), formats), model);
                model.addAttribute("from", "list");
                model.addAttribute("comparison", comparisons.of(place, conflict, formats));
                yield "catalog/entity :: comparison";
            }
            case Outcome.Invalid invalid -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute(
                        "fault", faults.text(at.type(), invalid.errors().getFirst(), at.rules(), locale));
                yield "catalog/list :: fault";
            }
            default -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("fault", messages.getMessage("fault.failed", null, locale));
                yield "catalog/list :: fault";
            }
        };
    }

    private Document state(TypeAt at, String id) {
        return entities.find(at.log(), at.type(), id).orElseThrow(NoSuchPage::new);
    }

    private String row(TypeAt at, Document state, Formats formats, Model model) {
        List<Column> columns = Rows.columns(at, ListRequest.of(at.type(), Map.of(), at.rules()));
        model.addAttribute("rows", rows.rows(at, columns, List.of(state), formats));
        model.addAttribute("isChanged", true);
        return "catalog/list :: some-rows";
    }
}
