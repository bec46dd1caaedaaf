package io.tillsync.console.page;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

@Configuration(proxyBeanMethods = false)
class PageConfiguration implements WebMvcConfigurer {

    private static final Duration A_YEAR = Duration.ofDays(365);

    private final PlaceInterceptor places;
    private final PageArguments arguments;

    PageConfiguration(PlaceInterceptor places, PageArguments arguments) {
        this.places = places;
        this.arguments = arguments;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(places).addPathPatterns("/s/*/**");
    }

    @Override
    public void addArgumentResolvers(java.util.List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(arguments);
    }

    /** In the place of Spring Boot's own. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> pageAddresses() {
        var filter = new FilterRegistrationBean<ResourceUrlEncodingFilter>(new PageAddresses());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    /** The language that was chosen, else the first of those that the browser asks for and there is. */
    @Bean
    LocaleResolver localeResolver(Languages languages) {
        AcceptHeaderLocaleResolver byHeader = new AcceptHeaderLocaleResolver();
        byHeader.setSupportedLocales(languages.all());
        byHeader.setDefaultLocale(languages.all().getFirst());
        CookieLocaleResolver chosen = new CookieLocaleResolver("tillsync-language");
        chosen.setCookieMaxAge(A_YEAR);
        chosen.setCookieHttpOnly(true);
        chosen.setCookieSameSite("Lax");
        chosen.setDefaultLocaleFunction(byHeader::resolveLocale);
        return chosen;
    }
}
