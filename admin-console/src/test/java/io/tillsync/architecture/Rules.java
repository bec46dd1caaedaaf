package io.tillsync.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.all;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.AbstractClassesTransformer;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ClassesTransformer;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** What may depend on what. A module depends only on those below it, and its packages do not depend on each other in a circle. */
final class Rules {

    /** Leaves out every test, and the fixtures that other modules lend. */
    static final ImportOption PRODUCT_ONLY =
            location -> !location.contains("/test-classes/") && !location.contains("-tests.jar");

    private static final String AUDIT = "io.tillsync.audit..";
    private static final String CORE = "io.tillsync.core..";
    private static final String SYNC = "io.tillsync.sync..";
    private static final String CONSOLE = "io.tillsync.console..";

    static final ArchRule AUDIT_KNOWS_NO_OTHER_MODULE = noClasses()
            .that()
            .resideInAPackage(AUDIT)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(CORE, SYNC, CONSOLE);

    static final ArchRule CORE_KNOWS_AUDIT_ALONE = noClasses()
            .that()
            .resideInAPackage(CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(SYNC, CONSOLE);

    static final ArchRule SYNC_KNOWS_NO_SCREENS = noClasses()
            .that()
            .resideInAPackage(SYNC)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CONSOLE);

    static final ArchRule AUDIT_AND_CORE_KNOW_NO_TRANSPORT = noClasses()
            .that()
            .resideInAnyPackage(AUDIT, CORE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "jakarta.servlet..",
                    "jakarta.websocket..",
                    "java.net.http..",
                    "org.springframework.data.redis..",
                    "io.lettuce..",
                    "redis.clients..",
                    "io.socket..");

    static final ArchRule PACKAGES_ARE_NULL_MARKED = all(packages()).should(beNullMarked());

    static final List<ArchRule> NO_CYCLES = List.of(
            featuresWithoutCycles("audit"),
            featuresWithoutCycles("core"),
            featuresWithoutCycles("sync"),
            featuresWithoutCycles("console"));

    private Rules() {}

    private static ArchRule featuresWithoutCycles(String module) {
        // A module that has but one package yet has no feature to look at.
        return slices().matching("io.tillsync." + module + ".(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static ClassesTransformer<JavaPackage> packages() {
        return new AbstractClassesTransformer<>("packages") {
            @Override
            public Iterable<JavaPackage> doTransform(JavaClasses classes) {
                return classes.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
            }
        };
    }

    private static ArchCondition<JavaPackage> beNullMarked() {
        return new ArchCondition<>("have a package-info.java with @NullMarked") {
            @Override
            public void check(JavaPackage aPackage, ConditionEvents events) {
                if (!aPackage.isAnnotatedWith(NullMarked.class)) {
                    events.add(violated(aPackage, aPackage.getName() + " has no package-info.java with @NullMarked"));
                }
            }
        };
    }
}
