package io.tillsync.sync.server;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/** The HTTP foundation alone, with a controller that shows what comes through it. */
@SpringBootApplication(
        scanBasePackages = {
            "io.tillsync.sync.problem",
            "io.tillsync.sync.json",
            "io.tillsync.sync.body",
            "io.tillsync.sync.http",
            "io.tillsync.sync.server"
        })
public class ProbeApplication {
    @Bean
    Clock clock() {
        return Clock.fixed(Instant.parse("2026-01-16T10:30:00.120Z"), ZoneOffset.UTC);
    }

    @Bean
    UserDetailsService nobody() {
        return new InMemoryUserDetailsManager();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, AuthenticationEntryPoint entry, AccessDeniedHandler denied) {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refusals -> refusals.authenticationEntryPoint(entry).accessDeniedHandler(denied))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/api/v1/closed/**")
                        .authenticated()
                        .requestMatchers("/api/v1/denied/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .build();
    }
}
