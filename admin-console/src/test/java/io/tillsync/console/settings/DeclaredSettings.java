package io.tillsync.console.settings;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** The settings of all modules, as their records declare them. */
final class DeclaredSettings {

    private DeclaredSettings() {}

    static Stream<Setting> all() {
        var records = new ClassPathScanningCandidateComponentProvider(false);
        records.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<Setting> settings = records.findCandidateComponents("io.tillsync").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .flatMap(Setting::of)
                .toList();
        return settings.stream();
    }
}
