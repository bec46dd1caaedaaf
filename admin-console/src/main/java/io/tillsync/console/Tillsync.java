package io.tillsync.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Tillsync: every module in one process, on port 8080. */
@SpringBootApplication(scanBasePackages = "io.tillsync")
public class Tillsync {

    public static void main(String[] args) {
        SpringApplication.run(Tillsync.class, args);
    }
}
