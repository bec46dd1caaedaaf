package io.tillsync.sync.body;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BodyLimits.class)
class BodyConfiguration {
    /** Before every filter of Spring's that may read a body, and inside the one that answers for exceptions. */
    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(BodyLimits limits) {
        var filter = new FilterRegistrationBean<>(new BodyLimitFilter(limits));
        filter.setOrder(Integer.MIN_VALUE + 20);
        return filter;
    }
}
