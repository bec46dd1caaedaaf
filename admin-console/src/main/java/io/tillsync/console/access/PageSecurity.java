package io.tillsync.console.access;

import io.tillsync.console.login.LogInAnswers;
import io.tillsync.console.login.PasswordCheck;
import io.tillsync.console.login.SessionFilter;
import io.tillsync.core.tenancy.Sessions;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every other chain has left: the API has its own. What is not named here is closed. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String CONTENT =
            "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";

    private static final String[] OPEN = {
        "/", "/start", "/login", "/language", "/v3/api-docs/**", "/socket.io/**", "/error"
    };
    private static final String[] FILES = {
        "/css/**", "/js/**", "/*/js/**", "/vendor/**", "/webjars/**", "/icons.svg", "/favicon*.svg"
    };
    private static final String[] SCREENS = {"/s/**", "/setup/**", "/account/**"};

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            MetricsAccess metrics,
            Sessions sessions,
            PasswordCheck passwords,
            LogInAnswers answers) {
        whoMaySeeWhat(http, metrics);
        knowing(http, sessions, passwords, answers);
        protecting(http);
        return http.exceptionHandling(handling -> handling.authenticationEntryPoint(new UnknownVisitor())
                        .accessDeniedHandler(new RefusedVisitor()))
                .build();
    }

    private static void whoMaySeeWhat(HttpSecurity http, MetricsAccess metrics) {
        http.authorizeHttpRequests(
                requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("health"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.to("prometheus", "sbom"))
                        .access(metrics)
                        .requestMatchers(EndpointRequest.to("loggers"))
                        .access(metrics.ofAdminsAlone())
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers(FILES)
                        .permitAll()
                        .requestMatchers(SCREENS)
                        .authenticated()
                        .anyRequest()
                        .denyAll());
    }

    private static void knowing(HttpSecurity http, Sessions sessions, PasswordCheck passwords, LogInAnswers answers) {
        http.authenticationManager(onceWith(passwords))
                .addFilterBefore(new SessionFilter(sessions), AuthorizationFilter.class)
                .formLogin(form -> form.loginPage("/login")
                        .successHandler(answers::succeeded)
                        .failureHandler(answers::failed))
                .logout(logout -> logout.addLogoutHandler(
                                (request, response, authentication) -> answers.loggedOut(request, response))
                        .logoutSuccessUrl("/login"))
                .requestCache(cache -> cache.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }

    private static void protecting(HttpSecurity http) {
        http.csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        .ignoringRequestMatchers("/socket.io/**")
                        // There only a bearer token counts, which no other site's page can send.
                        .ignoringRequestMatchers(EndpointRequest.to("loggers")))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)));
    }

    /** Without the usual parent, which would find the same provider and try each wrong password, and count it, a second time. */
    private static AuthenticationManager onceWith(PasswordCheck passwords) {
        return new ProviderManager(passwords);
    }

    private static CookieCsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("tillsync-csrf");
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }
}
