package io.tillsync.console.importing;

import io.tillsync.console.page.Place;
import io.tillsync.core.importing.ImportJob;
import io.tillsync.core.importing.Imports;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The imports of a place's business; one into a store that the visitor does not see is not there. */
@Component
public class SeenImports {

    private final Imports imports;

    SeenImports(Imports imports) {
        this.imports = imports;
    }

    /** Those among the last ones, newest first. */
    public List<ImportJob> list(Place place, int last) {
        return imports.list(place.ofBusiness().log(), last).stream()
                .filter(job -> isSeen(place, job))
                .toList();
    }

    Optional<ImportJob> find(Place place, String id) {
        return imports.find(place.ofBusiness().log(), id).filter(job -> isSeen(place, job));
    }

    private static boolean isSeen(Place place, ImportJob job) {
        return job.store().map(place.permissions()::seesLog).orElse(true);
    }
}
