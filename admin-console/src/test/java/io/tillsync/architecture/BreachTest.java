package io.tillsync.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** Proves that each rule can fail, on classes that break it on purpose. */
class BreachTest {

    private static final JavaClasses BREACHES = new ClassFileImporter()
            .importPackages(
                    "io.tillsync.audit.breach",
                    "io.tillsync.core.breach",
                    "io.tillsync.core.circle",
                    "io.tillsync.sync.breach",
                    "io.tillsync.console.breach");

    @Test
    void auditThatKnowsCoreIsFound() {
        assertBroken(Rules.AUDIT_KNOWS_NO_OTHER_MODULE, "AuditThatKnowsCore");
    }

    @Test
    void coreThatKnowsSyncIsFound() {
        assertBroken(Rules.CORE_KNOWS_AUDIT_ALONE, "CoreThatKnowsSync");
    }

    @Test
    void syncThatKnowsScreensIsFound() {
        assertBroken(Rules.SYNC_KNOWS_NO_SCREENS, "SyncThatKnowsScreens");
    }

    @Test
    void coreThatKnowsHttpIsFound() {
        assertBroken(Rules.AUDIT_AND_CORE_KNOW_NO_TRANSPORT, "CoreThatKnowsHttp");
    }

    @Test
    void aPackageThatIsNotNullMarkedIsFound() {
        assertBroken(Rules.PACKAGES_ARE_NULL_MARKED, "io.tillsync.core.breach has no package-info.java");
    }

    @Test
    void featuresInACircleAreFound() {
        assertThat(Rules.NO_CYCLES).anySatisfy(rule -> assertBroken(rule, "Cycle detected: Slice breach"));
    }

    private static void assertBroken(ArchRule rule, String by) {
        var result = rule.evaluate(BREACHES);
        assertThat(result.hasViolation()).isTrue();
        assertThat(result.getFailureReport().toString()).contains(by);
    }
}
