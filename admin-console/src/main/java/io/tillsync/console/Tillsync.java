package io.tillsync.console;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Tillsync: every module in one process, on port 8080. Two features may each have a class of the same name. */
@SpringBootApplication(
        scanBasePackages = "io.tillsync",
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan("io.tillsync")
@EnableScheduling
public class Tillsync {

    public static void main(String[] args) {
        SpringApplication.run(Tillsync.class, args);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
