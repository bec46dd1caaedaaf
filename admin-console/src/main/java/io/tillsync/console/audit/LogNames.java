package io.tillsync.console.audit;

import io.tillsync.audit.log.LogId;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Store;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What logs are called. */
@Component
class LogNames {

    private final AuditLogs logs;
    private final Labels labels;

    LogNames(AuditLogs logs, Labels labels) {
        this.logs = logs;
        this.labels = labels;
    }

    String of(Formats show, Place place, LogId log) {
        if (log.equals(Logs.INSTALLATION)) {
            return labels.text(show, "audit.log.installation");
        }
        if (log.equals(Logs.access(Optional.empty()))) {
            return labels.text(show, "audit.log.access.nobody");
        }
        if (log.equals(place.ofBusiness().log())) {
            return labels.text(show, "audit.log.business", place.business().name());
        }
        return logs.storeOf(log)
                .map(Store::name)
                .map(name -> labels.text(show, "audit.log.store", name))
                .orElseGet(() ->
                        labels.text(show, "audit.log.access", place.business().name()));
    }
}
