package io.tillsync.core.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EntityIdsTest {

    private static final Instant AT = Instant.parse("2026-01-16T10:30:00.123Z");

    private static String id(String importId, long row) {
        return EntityIds.of(importId, AT).of(new Row(row, 2, List.of()));
    }

    @Test
    void areTheSameWheneverTheyAreAskedForAndOthersForAnotherImport() {
        assertThat(id("a", 7)).isEqualTo(id("a", 7)).isNotEqualTo(id("b", 7));
    }

    @Test
    void areUuidsOfVersion7ThatGrowWithTheRows() {
        UUID id = UUID.fromString(id("a", 7));
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(AT.toEpochMilli());
        assertThat(LongStream.of(0, 1, 2, 1023, 1024, (1 << 20) - 1, 1 << 20, 1 << 21, 3_000_000_000L)
                        .mapToObj(row -> id("a", row)))
                .isSorted()
                .doesNotHaveDuplicates();
    }
}
