package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.Place;
import io.tillsync.core.bulk.BulkEdit;
import io.tillsync.core.bulk.BulkEdits;
import io.tillsync.core.bulk.BulkJob;
import io.tillsync.core.bulk.Preview;
import io.tillsync.core.bulk.Rounding;
import io.tillsync.core.bulk.Selection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One edit of all that is selected in a list: chosen, previewed, watched, taken back. */
@Controller
@RequestMapping("/s/{store}/catalog/{type}/bulk")
class BulkController {

    private final TypesAt types;
    private final BulkEdits edits;
    private final BulkPreviews previews;

    BulkController(TypesAt types, BulkEdits edits, BulkPreviews previews) {
        this.types = types;
        this.edits = edits;
        this.previews = previews;
    }

    /** What can be done to the selection, for the field that is chosen. */
    @PostMapping("/form")
    String form(Place place, @PathVariable String type, @RequestParam Map<String, String> form, Model model) {
        TypeAt at = types.find(place, type).writable();
        model.addAttribute("at", at);
        model.addAttribute("fields", BulkForm.fields(at.type()));
        model.addAttribute("form", BulkForm.of(at.type(), form).orElseThrow(NoSuchPage::new));
        model.addAttribute("roundings", Rounding.of(at.rules().moneyDecimals()));
        model.addAttribute("operation", Operations.create());
        return "catalog/bulk :: bulk-form";
    }

    @PostMapping("/preview")
    String preview(
            Place place,
            @PathVariable String type,
            @RequestParam Map<String, String> form,
            Formats formats,
            Locale locale,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        BulkForm bulk = BulkForm.of(at.type(), form).orElseThrow(NoSuchPage::new);
        Optional<BulkEdit> edit = bulk.edit(at.rules(), locale);
        edit.ifPresent(given -> {
            Preview preview = edits.preview(at.log(), at.type(), Selected.of(at, form), given);
            model.addAttribute("preview", preview);
            model.addAttribute("samples", previews.of(at, bulk.field(), preview, formats));
        });
        return "catalog/bulk :: bulk-preview";
    }

    /** Starts it; what was changed after the preview is left alone. */
    @PostMapping
    String start(
            Place place,
            @PathVariable String type,
            @RequestParam Map<String, String> form,
            @RequestParam long asOf,
            @RequestParam long total,
            @RequestParam String operation,
            Locale locale,
            Model model) {
        TypeAt at = types.find(place, type).writable();
        BulkEdit edit = BulkForm.of(at.type(), form)
                .flatMap(bulk -> bulk.edit(at.rules(), locale))
                .orElseThrow(NoSuchPage::new);
        Selection selection = Selected.of(at, form);
        String id = Operations.id(place, operation, "bulk/" + type, form);
        if (find(at, id).isEmpty()) {
            Preview preview = new Preview(List.of(), total, 0, asOf);
            edits.start(at.home(), place.visitor().actor(), id, at.type(), selection, edit, preview);
        }
        return show(at, id, false, model);
    }

    @GetMapping("/{job}")
    String job(
            Place place,
            @PathVariable String type,
            @PathVariable String job,
            @RequestParam(defaultValue = "false") boolean undoing,
            Model model) {
        return show(types.find(place, type).writable(), job, undoing, model);
    }

    @PostMapping("/{job}/undo")
    String undo(Place place, @PathVariable String type, @PathVariable String job, Model model) {
        TypeAt at = types.find(place, type).writable();
        String undo = job + "-undo";
        String id = find(at, undo)
                .map(BulkJob::id)
                .or(() -> find(at, job)
                        .flatMap(done -> edits.undo(at.home(), place.visitor().actor(), done.id(), undo)))
                .orElseThrow(NoSuchPage::new);
        return show(at, id, true, model);
    }

    /** One of another type is not there: the visitor may not write that. */
    private Optional<BulkJob> find(TypeAt at, String id) {
        return edits.find(at.log(), id)
                .filter(job -> job.type().equals(at.type().name()));
    }

    private String show(TypeAt at, String id, boolean isUndo, Model model) {
        BulkJob job = find(at, id).orElseThrow(NoSuchPage::new);
        model.addAttribute("at", at);
        model.addAttribute("job", job);
        model.addAttribute("isUndo", isUndo);
        model.addAttribute("leftAlone", previews.leftAlone(at, job));
        return "catalog/bulk :: bulk-job";
    }
}
