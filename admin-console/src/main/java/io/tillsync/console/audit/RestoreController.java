package io.tillsync.console.audit;

import io.tillsync.audit.log.Operation;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Notices;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Versions.Version;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.SystemFields;
import io.tillsync.core.write.Base;
import io.tillsync.core.write.EarlierState;
import io.tillsync.core.write.Edit;
import io.tillsync.core.write.LogWriters;
import io.tillsync.core.write.Outcome;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Makes an entity what it was before, by a new version. */
@Controller
class RestoreController {

    private static final int LONGEST_OPERATION = 64;

    private final Subjects subjects;
    private final Histories histories;
    private final HistoryController screens;
    private final LogWriters writers;
    private final Refusals refusals;
    private final Notices notices;

    RestoreController(
            Subjects subjects,
            Histories histories,
            HistoryController screens,
            LogWriters writers,
            Refusals refusals,
            Notices notices) {
        this.subjects = subjects;
        this.histories = histories;
        this.screens = screens;
        this.writers = writers;
        this.refusals = refusals;
        this.notices = notices;
    }

    /**
     * Sets all fields as a version had them.
     *
     * @param seq where that version was made
     * @param base the version that the visitor saw as the current one
     * @param undoing whether it takes back what the same visitor has just restored
     */
    @PostMapping("/s/{store}/audit/entity/{type}/{id}/restore")
    String restore(
            Place place,
            Formats show,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long seq,
            @RequestParam long base,
            @RequestParam String operation,
            @RequestParam(defaultValue = "false") boolean undoing,
            Model model,
            HttpServletResponse response) {
        Subject subject = restorable(place, type, id);
        Version version = histories.at(subject, seq).orElseThrow(NoSuchPage::new);
        Edit edit = EarlierState.of(subject.type(), version.change().after(), Base.version(base));
        Outcome outcome = write(subject, edit, operation, "restore/" + seq + "/" + base);
        Notices.Notice done =
                notices.done(show.locale(), "audit.restored", version.change().syncVersion());
        undo(outcome).ifPresent(values -> done.undoable(subject.path() + "/restore", values));
        if (undoing) {
            response.setHeader(
                    "HX-Retarget", "#history"); // It was asked for by a notice, which is no part of the screen.
            response.setHeader("HX-Reswap", "outerHTML");
        }
        return answer(subject, show, outcome, done, model, response);
    }

    /** Takes a tombstone away. */
    @PostMapping("/s/{store}/audit/entity/{type}/{id}/undelete")
    String undelete(
            Place place,
            Formats show,
            @PathVariable String type,
            @PathVariable String id,
            @RequestParam long base,
            @RequestParam String operation,
            Model model,
            HttpServletResponse response) {
        Subject subject = restorable(place, type, id);
        Edit edit = new Edit.Restore(subject.type().name(), id, Base.version(base));
        Outcome outcome = write(subject, edit, operation, "undelete/" + base);
        return answer(subject, show, outcome, notices.done(show.locale(), "audit.undeleted"), model, response);
    }

    private Subject restorable(Place place, String type, String id) {
        Subject subject = subjects.find(place, type, id);
        NotAllowed.unless(subject.isRestorable());
        return subject;
    }

    private Outcome write(Subject subject, Edit edit, String operation, String what) {
        String id = operation.substring(0, Math.min(operation.length(), LONGEST_OPERATION));
        Operation named = new Operation("console/" + id, subject.path() + " " + what);
        return writers.write(subject.place().change(subject.type().level(), named, edit))
                .only();
    }

    /** Undone is what was restored by restoring what was there before. */
    private static Optional<Map<String, Object>> undo(Outcome outcome) {
        if (!(outcome instanceof Outcome.Applied applied)
                || applied.change().before().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Map.of(
                "seq",
                SystemFields.seq(applied.change().before().get()),
                "base",
                applied.change().syncVersion(),
                "operation",
                EntityId.create().value(),
                "undoing",
                true));
    }

    private String answer(
            Subject subject,
            Formats show,
            Outcome outcome,
            Notices.Notice done,
            Model model,
            HttpServletResponse response) {
        Subject now = subjects.find(subject.place(), subject.type().name(), subject.id());
        screens.add(now, show, model);
        response.setHeader("HX-Replace-Url", subject.path());
        switch (outcome) {
            case Outcome.Applied applied -> done.on(response);
            case Outcome.Unchanged same ->
                notices.done(show.locale(), "audit.already-so").on(response);
            case Outcome.Refused refused -> {
                model.addAttribute("refusals", refusals.explain(now, show, refused));
                boolean isConflict = refused instanceof Outcome.VersionConflict;
                response.setStatus(isConflict ? HttpStatus.CONFLICT.value() : HttpStatus.UNPROCESSABLE_CONTENT.value());
            }
        }
        return "audit/history :: history";
    }
}
