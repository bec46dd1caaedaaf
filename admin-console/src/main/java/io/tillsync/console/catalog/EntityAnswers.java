package io.tillsync.console.catalog;

import io.tillsync.console.compare.Comparisons;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Notices;
import io.tillsync.console.values.FaultTexts;
import io.tillsync.console.values.FormFields;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.FieldError;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What somebody is shown who has saved, deleted or restored an entity. */
@Component
class EntityAnswers {

    private static final String SCREEN = "catalog/entity :: screen";

    private final Entities entities;
    private final EntityScreens screens;
    private final Comparisons comparisons;
    private final Referrers referrers;
    private final FaultTexts faults;
    private final Notices notices;
    private final MessageSource messages;

    EntityAnswers(
            Entities entities,
            EntityScreens screens,
            Comparisons comparisons,
            Referrers referrers,
            FaultTexts faults,
            Notices notices,
            MessageSource messages) {
        this.entities = entities;
        this.screens = screens;
        this.comparisons = comparisons;
        this.referrers = referrers;
        this.faults = faults;
        this.notices = notices;
        this.messages = messages;
    }

    /**
     * What was sent.
     *
     * @param version it was based on
     */
    record Asked(String id, long version, Map<String, String> form) {

        boolean isFromList() {
            return form.getOrDefault("from", "").equals("list");
        }
    }

    static void show(EntityScreen screen, Model model) {
        model.addAttribute("at", screen.at());
        model.addAttribute("screen", screen);
        model.addAttribute("operation", Operations.create());
    }

    /** Of a form. */
    String of(
            Outcome outcome,
            EntityScreen screen,
            Asked asked,
            Formats formats,
            HttpServletResponse response,
            Model model) {
        model.addAttribute("from", asked.form().getOrDefault("from", ""));
        return switch (outcome) {
            case Outcome.Applied applied ->
                saved(screen.at(), applied.change().after(), asked, formats, response, model);
            case Outcome.Unchanged unchanged -> saved(screen.at(), unchanged.state(), asked, formats, response, model);
            case Outcome.VersionConflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                show(screen, model);
                model.addAttribute("comparison", comparisons.of(screen.at().place(), conflict, formats));
                yield "catalog/entity :: comparison";
            }
            case Outcome.Gone gone -> {
                model.addAttribute("alert", "entity.gone-meanwhile");
                model.addAttribute("goneVersion", gone.currentVersion());
                yield again(screen, asked, Map.of(), HttpStatus.CONFLICT, response, model);
            }
            default ->
                again(
                        screen,
                        asked,
                        wrong(outcome, screen, formats),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        response,
                        model);
        };
    }

    private String saved(
            TypeAt at, Document state, Asked asked, Formats formats, HttpServletResponse response, Model model) {
        EntityScreen screen = screens.of(at, state, formats);
        notices.done(formats.locale(), "entity.saved", screen.title()).saved().on(response);
        show(screen, model);
        return asked.isFromList() ? "catalog/entity :: nothing" : SCREEN;
    }

    private static String again(
            EntityScreen screen,
            Asked asked,
            Map<String, String> wrong,
            HttpStatus status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status.value());
        show(
                screen.typed(
                        asked.id(),
                        asked.version(),
                        FormFields.typed(screen.at().type(), asked.form(), wrong),
                        Optional.ofNullable(wrong.get("id"))),
                model);
        model.addAttribute("isWrong", !wrong.isEmpty());
        return SCREEN;
    }

    /** What is wrong, by field. */
    Map<String, String> wrong(Outcome outcome, EntityScreen screen, Formats formats) {
        TypeAt at = screen.at();
        return switch (outcome) {
            case Outcome.Invalid invalid ->
                faults.byField(at.type(), shown(invalid.errors()), at.rules(), formats.locale());
            case Outcome.DuplicateValue taken ->
                Map.of(taken.field(), message("entity.taken", formats, titleOf(at, taken.holderId())));
            case Outcome.AlreadyExists exists -> Map.of("id", message("entity.exists", formats));
            case Outcome.OperationMismatch mismatch -> Map.of("id", message("entity.exists", formats));
            default -> throw new IllegalStateException("Not to be shown beside a form: " + outcome);
        };
    }

    /** The id's faults are told at the id only where people see it. */
    private static List<FieldError> shown(List<FieldError> errors) {
        return errors.stream()
                .map(error -> error.field().equals("id") ? new FieldError("id", "id-form", error.message()) : error)
                .toList();
    }

    private String titleOf(TypeAt at, String id) {
        return entities.find(at.log(), at.type(), id)
                .map(state -> Titles.of(at.type(), state, Names.NONE))
                .orElse(id);
    }

    String ofDeletion(
            Outcome outcome, EntityScreen screen, Formats formats, HttpServletResponse response, Model model) {
        show(screen, model);
        switch (outcome) {
            case Outcome.Applied applied -> deleted(screen, applied, formats, response);
            case Outcome.StillReferenced still -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("alert", "entity.still-referenced");
                model.addAttribute("referrers", referrers.of(screen.at(), screen.id()));
            }
            case Outcome.VersionConflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("alert", "entity.changed-meanwhile");
            }
            default -> {}
        }
        return SCREEN;
    }

    private void deleted(EntityScreen screen, Outcome.Applied applied, Formats formats, HttpServletResponse response) {
        Map<String, Object> values = new HashMap<>();
        values.put("syncVersion", SystemFields.version(applied.change().after()));
        values.put("operation", Operations.create());
        notices.done(formats.locale(), "entity.deleted", screen.title())
                .undoable(screen.path() + "/restore", values)
                .saved()
                .on(response);
    }

    String ofRestoration(
            Outcome outcome, EntityScreen screen, Formats formats, HttpServletResponse response, Model model) {
        show(screen, model);
        switch (outcome) {
            case Outcome.Applied applied ->
                notices.done(formats.locale(), "entity.restored", screen.title())
                        .on(response);
            case Outcome.Unchanged unchanged -> {}
            case Outcome.VersionConflict conflict -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                model.addAttribute("alert", "entity.changed-meanwhile");
            }
            default -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("alert", "entity.not-restored");
                model.addAttribute("reasons", wrong(outcome, screen, formats));
            }
        }
        return SCREEN;
    }

    private String message(String key, Formats formats, Object... arguments) {
        return messages.getMessage(key, arguments, formats.locale());
    }
}
