package io.tillsync.core.importing;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.UUID;

/**
 * The ids of what an import creates: the same ones whenever, and wherever, a row is tried again, so that a row is never created twice.
 * They are UUIDs of version 7 that grow with the rows (RFC 9562 §5.7; §6.2, method 1: the row's number is the counter).
 *
 * @param salt tells imports of the same millisecond apart
 */
record EntityIds(long millis, long salt) {

    private static final int SALT_BITS = 42;

    static EntityIds of(String importId, Instant startedAt) {
        long salt = UuidCreator.getNameBasedSha1(importId).getLeastSignificantBits();
        return new EntityIds(startedAt.toEpochMilli(), salt & ((1L << SALT_BITS) - 1));
    }

    String of(Row row) {
        long high = (millis << 16) | 0x7000L | (row.number() >>> 20 & 0xFFF);
        long low = 0x8000_0000_0000_0000L | (row.number() & 0xF_FFFF) << SALT_BITS | salt;
        return new UUID(high, low).toString();
    }
}
