package io.tillsync.console.importing;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.importing.ImportJob;
import io.tillsync.core.importing.Imports;
import io.tillsync.core.type.EntityTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The imports of a business, and what has become of each. */
@Controller
@RequestMapping("/s/{store}/imports")
class ImportListController {

    private static final int MOST_SHOWN = 50;

    private final Imports imports;
    private final SeenImports seen;
    private final EntityTypes types;

    ImportListController(Imports imports, SeenImports seen, EntityTypes types) {
        this.imports = imports;
        this.seen = seen;
        this.types = types;
    }

    @GetMapping
    String list(Place place, Model model) {
        NotAllowed.unless(place.permissions().maySeeImports());
        model.addAttribute("mayImport", mayImport(place));
        model.addAttribute("jobs", seen.list(place, MOST_SHOWN));
        return "importing/list";
    }

    @GetMapping("/{id}")
    String job(Place place, @PathVariable String id, Model model) {
        model.addAttribute("job", find(place, id));
        model.addAttribute("mayImport", mayImport(place));
        model.addAttribute("rejected", imports.firstRejected(place.ofBusiness().log(), id, MOST_SHOWN));
        return "importing/job";
    }

    /** How far it is: asked for again and again as long as it runs. */
    @GetMapping(path = "/{id}", headers = "HX-Request")
    String progress(Place place, @PathVariable String id, Model model) {
        job(place, id, model);
        return "importing/job :: job";
    }

    @GetMapping("/{id}/rejected.csv")
    void rejected(Place place, @PathVariable String id, HttpServletResponse response) throws IOException {
        find(place, id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("rejected.csv").build().toString());
        imports.writeRejected(place.ofBusiness().log(), id, response.getOutputStream());
    }

    private boolean mayImport(Place place) {
        return types.all()
                .filter(imports::isImportable)
                .anyMatch(type -> place.permissions().mayImport(type, place.scope()));
    }

    private ImportJob find(Place place, String id) {
        NotAllowed.unless(place.permissions().maySeeImports());
        return seen.find(place, id).orElseThrow(NoSuchPage::new);
    }
}
