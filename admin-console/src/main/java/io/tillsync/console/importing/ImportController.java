package io.tillsync.console.importing;

import io.tillsync.audit.log.Operation;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.importing.ImportUndo;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.importing.MalformedFile;
import io.tillsync.core.importing.Preview;
import io.tillsync.core.importing.Previews;
import io.tillsync.core.importing.Started;
import io.tillsync.core.importing.Upload;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.sync.body.BodyLimits;
import io.tillsync.sync.body.ImportBody;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Takes files in. The browser first sends a file's beginning, to show what it would come to, and then all of it; how far the file has come is
 * told by its job, so that the page can be left.
 */
@Controller
@RequestMapping("/s/{store}/imports")
class ImportController {

    private final Imports imports;
    private final Previews previews;
    private final SeenImports seen;
    private final ImportUndo undo;
    private final EntityTypes types;
    private final BodyLimits limits;

    ImportController(
            Imports imports,
            Previews previews,
            SeenImports seen,
            ImportUndo undo,
            EntityTypes types,
            BodyLimits limits) {
        this.imports = imports;
        this.previews = previews;
        this.seen = seen;
        this.undo = undo;
        this.types = types;
        this.limits = limits;
    }

    @GetMapping("/new")
    String form(Place place, @RequestParam(defaultValue = "products") String type, Model model) {
        find(place, type);
        model.addAttribute(
                "types",
                types.all()
                        .filter(imports::isImportable)
                        .filter(one -> place.permissions().mayImport(one, place.scope()))
                        .toList());
        model.addAttribute("type", type);
        model.addAttribute("operation", EntityId.create().value());
        return "importing/new";
    }

    /** What a file would come to, by its beginning, which is the body. */
    @PostMapping("/preview")
    String preview(
            Place place,
            @RequestParam String type,
            @RequestParam(defaultValue = "") List<String> columns,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model)
            throws IOException {
        EntityType found = find(place, type);
        model.addAttribute("known", imports.columns(found));
        try {
            Preview preview =
                    previews.of(found, place.ofBusiness().rules(), columns, true, ImportBody.of(request, limits));
            model.addAttribute("preview", preview);
        } catch (MalformedFile e) {
            model.addAttribute("failure", e.failure());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        return "importing/preview";
    }

    /** Takes a whole file in, which is the body, and says where its job is. */
    @PostMapping
    ResponseEntity<Void> start(
            Place place,
            @RequestParam String type,
            @RequestParam List<String> columns,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam String operation,
            HttpServletRequest request)
            throws IOException {
        EntityType found = find(place, type);
        Started started = imports.start(
                place.ofBusiness(),
                Optional.of(place.ofStore()),
                found,
                new Upload(fileName, columns),
                ImportBody.of(request, limits),
                place.visitor().actor(),
                new Operation("console/" + operation, type));
        return switch (started) {
            case Started.Accepted accepted ->
                ResponseEntity.status(HttpStatus.CREATED)
                        .header(
                                "Location",
                                place.path() + "/imports/" + accepted.job().id())
                        .build();
            case Started.HeaderRefused refused ->
                ResponseEntity.unprocessableContent().build();
            case Started.OperationMismatch mismatch ->
                ResponseEntity.status(HttpStatus.CONFLICT).build();
        };
    }

    @PostMapping("/{id}/undo")
    String undo(Place place, @PathVariable String id) {
        EntityType type = seen.find(place, id)
                .flatMap(job -> types.find(job.entityType()))
                .orElseThrow(NoSuchPage::new);
        NotAllowed.unless(place.permissions().mayImport(type, place.scope()));
        undo.start(place.ofBusiness().log(), id, place.visitor().actor());
        return "redirect:" + place.path() + "/imports/" + id;
    }

    private EntityType find(Place place, String name) {
        EntityType type = types.find(name).filter(imports::isImportable).orElseThrow(NoSuchPage::new);
        NotAllowed.unless(place.permissions().mayImport(type, place.scope()));
        return type;
    }
}
