package io.tillsync.sync.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProblemCodeTest {
    /** The table of API.md. */
    @Test
    void isTheContractsCatalogue() {
        var byStatus = Arrays.stream(ProblemCode.values())
                .collect(Collectors.groupingBy(
                        ProblemCode::status, Collectors.mapping(ProblemCode::code, Collectors.toSet())));

        assertThat(byStatus.get(400))
                .containsExactlyInAnyOrder("malformed-request", "invalid-sync-token", "invalid-parameter");
        assertThat(byStatus.get(401)).containsExactlyInAnyOrder("unauthenticated", "invalid-credentials");
        assertThat(byStatus.get(409))
                .containsExactlyInAnyOrder("version-conflict", "duplicate-value", "already-exists", "still-referenced");
        assertThat(byStatus.get(410)).containsExactlyInAnyOrder("deleted", "resync-required");
        assertThat(byStatus.get(422)).containsExactlyInAnyOrder("validation-failed", "idempotency-mismatch");
        assertThat(byStatus.keySet()).contains(403, 404, 405, 406, 413, 415, 428, 429, 503);
    }

    @Test
    void isDocumentedWithCauseAndCure() throws Exception {
        String errors = Files.readString(Path.of("../docs/errors.md"));

        for (var code : ProblemCode.values()) {
            assertThat(errors)
                    .containsPattern(
                            "\\| `" + code.code() + "` \\| " + code.status() + "[^|]* \\| [^|]+ \\| [^|]+ \\|");
        }
    }

    @Test
    void isNamedByAUrnThatNeverMoves() {
        assertThat(ProblemCode.VERSION_CONFLICT.type()).isEqualTo("urn:tillsync:problem:version-conflict");
    }

    @Test
    void letsNoMemberHideOneOfTheRfcs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.of(ProblemCode.NOT_FOUND, "x").with("status", 1));
    }
}
