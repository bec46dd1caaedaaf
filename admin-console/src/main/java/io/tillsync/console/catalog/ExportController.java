package io.tillsync.console.catalog;

import io.tillsync.audit.log.Origin;
import io.tillsync.console.page.Place;
import io.tillsync.core.bulk.Selection;
import io.tillsync.core.exporting.CsvExport;
import io.tillsync.core.write.ChangeRequest;
import io.tillsync.core.write.LogWriters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Files of what a list shows. That somebody takes data out is recorded first, whatever then becomes of the download. */
@Controller
class ExportController {

    private static final int LONGEST_NOTE = 500;

    private final TypesAt types;
    private final CsvExport export;
    private final LogWriters writers;
    private final Clock clock;

    ExportController(TypesAt types, CsvExport export, LogWriters writers, Clock clock) {
        this.types = types;
        this.export = export;
        this.writers = writers;
        this.clock = clock;
    }

    @PostMapping("/s/{store}/catalog/{type}/export")
    void export(
            Place place,
            @PathVariable String type,
            @RequestParam Map<String, String> form,
            HttpServletResponse response)
            throws IOException {
        TypeAt at = types.find(place, type);
        Selection selection = Selected.of(at, form);
        writers.write(ChangeRequest.happened(
                        at.home(),
                        place.visitor().actor(),
                        Origin.CONSOLE,
                        Operations.of(place, "", "export/" + type, form),
                        "exported")
                .because(note(at, form, selection)));
        String name =
                type + "-" + LocalDate.ofInstant(clock.instant(), place.store().timeZone()) + ".csv";
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        switch (selection) {
            case Selection.Ids chosen -> export.write(at.log(), at.type(), chosen.ids(), response.getOutputStream());
            case Selection.Matching matching ->
                export.write(at.log(), at.type(), matching.query(), response.getOutputStream());
        }
    }

    private static String note(TypeAt at, Map<String, String> form, Selection selection) {
        return switch (selection) {
            case Selection.Ids chosen -> at.type().name() + ": " + chosen.ids().size();
            case Selection.Matching matching -> at.type().name() + " " + shortened(form.getOrDefault("query", ""));
        };
    }

    /** It is kept for good, and anybody can send a long one. */
    private static String shortened(String query) {
        return query.substring(0, Math.min(query.length(), LONGEST_NOTE));
    }
}
