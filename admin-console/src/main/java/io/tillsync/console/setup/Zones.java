package io.tillsync.console.setup;

import java.time.ZoneId;
import java.util.List;

/** The time zones that are offered: those named after places. Others are taken too. */
final class Zones {

    static final List<String> ALL = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();

    private Zones() {}
}
