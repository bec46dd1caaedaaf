package io.tillsync.sync.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The largest bodies that are accepted under {@code /api}.
 *
 * @param json of any call but an import
 * @param imports of an import, after decompression
 */
@ConfigurationProperties("tillsync.body-limit")
public record BodyLimits(
        @DefaultValue("1MB") DataSize json,
        @DefaultValue("64MB") DataSize imports) {

    public BodyLimits {
        if (json.toBytes() < 1024 || json.toMegabytes() > 64) {
            throw new IllegalArgumentException("tillsync.body-limit.json must be from 1KB to 64MB, not " + json);
        }
        if (imports.toBytes() < 1024 || imports.toGigabytes() > 4) {
            throw new IllegalArgumentException("tillsync.body-limit.imports must be from 1KB to 4GB, not " + imports);
        }
    }
}
