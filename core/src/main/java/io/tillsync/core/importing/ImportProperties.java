package io.tillsync.core.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How files are imported.
 *
 * @param commitRows the most rows of one commit: more are faster, fewer let other writes in sooner
 * @param lease how long a process that runs an import may be silent before another one goes on with it
 * @param pollInterval how often a process looks for imports that another one has left
 */
@ConfigurationProperties("tillsync.import")
public record ImportProperties(
        @DefaultValue("500") int commitRows,
        @DefaultValue("15s") Duration lease,
        @DefaultValue("2s") Duration pollInterval) {

    public ImportProperties {
        if (commitRows < 1 || commitRows > 1000) {
            throw new IllegalArgumentException("tillsync.import.commit-rows must be from 1 to 1000, not " + commitRows);
        }
        if (!pollInterval.isPositive() || pollInterval.compareTo(lease) >= 0) {
            throw new IllegalArgumentException("tillsync.import: poll-interval must be shorter than lease");
        }
    }

    /** For what needs no other. */
    public static ImportProperties defaults() {
        return new ImportProperties(500, Duration.ofSeconds(15), Duration.ofSeconds(2));
    }
}
