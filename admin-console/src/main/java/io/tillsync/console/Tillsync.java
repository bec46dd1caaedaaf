package io.tillsync.console;

import io.tillsync.console.rebuild.Rebuild;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/**
 * Starts Tillsync: every module in one process, on port 8080; or, with {@code rebuild} as first argument, {@link Rebuild}. Two features may each have a class
 * of the same name.
 */
@SpringBootApplication(
        scanBasePackages = "io.tillsync",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("io.tillsync")
@EnableScheduling
public class Tillsync {

    public static void main(String[] args) {
        if (Rebuild.isAskedForBy(args)) {
            System.exit(Rebuild.run(args));
        }
        SpringApplication.run(Tillsync.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
