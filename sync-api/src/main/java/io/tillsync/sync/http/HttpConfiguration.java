package io.tillsync.sync.http;

import java.time.Clock;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The outermost filters, and the server's own settings where there is no property for them. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LogProperties.class, TrustedProxies.class})
class HttpConfiguration {
    @Bean
    CommonHeaders commonHeaders(Clock clock) {
        return new CommonHeaders(clock);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIds() {
        var filter = new FilterRegistrationBean<>(new RequestIdFilter());
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }

    @Bean
    FilterRegistrationBean<SlowRequests> slowRequests(LogProperties properties) {
        var filter = new FilterRegistrationBean<>(new SlowRequests(properties.slowRequest()));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ResponseConventions> responseConventions(CommonHeaders headers) {
        var filter = new FilterRegistrationBean<>(new ResponseConventions(headers));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> strongETagCompression() {
        return factory -> {
            factory.setProtocol(StrongETagCompression.class.getName());
            factory.addConnectorCustomizers(connector -> {
                if (connector.getProtocolHandler() instanceof AbstractHttp11Protocol<?> protocol) {
                    // a caller that asks with Expect: 100-continue learns of a refusal before it sends its body
                    protocol.setContinueResponseTiming("onRead");
                }
            });
        };
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwardedHeaders(TrustedProxies proxies) {
        return factory -> proxies.valve().ifPresent(factory::addEngineValves);
    }
}
