package io.tillsync.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {

    private static final JavaClasses PRODUCT =
            new ClassFileImporter().withImportOption(Rules.PRODUCT_ONLY).importPackages("io.tillsync");

    @ParameterizedTest
    @ValueSource(strings = {"audit", "core", "sync", "console"})
    void seesEveryModule(String module) {
        assertThat(PRODUCT).anyMatch(type -> type.getPackageName().startsWith("io.tillsync." + module));
    }

    @Test
    void auditKnowsNoOtherModule() {
        Rules.AUDIT_KNOWS_NO_OTHER_MODULE.check(PRODUCT);
    }

    @Test
    void coreKnowsAuditAlone() {
        Rules.CORE_KNOWS_AUDIT_ALONE.check(PRODUCT);
    }

    @Test
    void syncKnowsNoScreens() {
        Rules.SYNC_KNOWS_NO_SCREENS.check(PRODUCT);
    }

    @Test
    void auditAndCoreKnowNoTransport() {
        Rules.AUDIT_AND_CORE_KNOW_NO_TRANSPORT.check(PRODUCT);
    }

    @Test
    void everyPackageIsNullMarked() {
        Rules.PACKAGES_ARE_NULL_MARKED.check(PRODUCT);
    }

    @ParameterizedTest
    @FieldSource("io.tillsync.architecture.Rules#NO_CYCLES")
    void featuresDoNotDependOnEachOtherInACircle(ArchRule rule) {
        rule.check(PRODUCT);
    }
}
