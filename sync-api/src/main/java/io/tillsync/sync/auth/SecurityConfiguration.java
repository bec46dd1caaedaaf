package io.tillsync.sync.auth;

import io.tillsync.core.tenancy.Sessions;
import io.tillsync.core.tenancy.Sightings;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** The API is open to bearer tokens only: no session, no cookie, and so no forgery across sites. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** The OpenAPI document: whoever writes a client may read it. */
    private static final String DOCUMENT = "/v3/api-docs/**";

    /** Users are known to {@link Sessions} alone; without this, Spring Boot makes one of its own. */
    @Bean
    AuthenticationManager noOthers() {
        return authentication -> {
            throw new ProviderNotFoundException("Log in by the API");
        };
    }

    /** Requests are measured as a whole. To measure each filter too would be the larger part of a poll. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            Sessions sessions,
            Sightings sightings,
            AuthenticationEntryPoint unknown,
            AccessDeniedHandler denied) {
        return http.securityMatcher("/api/**", DOCUMENT)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(new BearerFilter(sessions, sightings), AuthorizationFilter.class)
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.POST, "/api/v1/auth/login", "/api/v1/sync/register")
                                .permitAll()
                                .requestMatchers(DOCUMENT)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(unknown).accessDeniedHandler(denied))
                .build();
    }
}
