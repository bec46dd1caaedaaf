package io.tillsync.sync.problem;

import io.tillsync.sync.http.CommonHeaders;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/** Puts the one way of telling problems wherever a request can end. */
@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    @Bean
    ProblemWriter problemWriter(JsonMapper json, ObjectProvider<ProblemListener> listeners) {
        return new ProblemWriter(json, listeners.orderedStream().toList());
    }

    @Bean
    Answers answers(ProblemWriter writer) {
        return new Answers(writer);
    }

    @Bean
    FilterRegistrationBean<ProblemFilter> problemFilter(Answers answers) {
        var filter = new FilterRegistrationBean<>(new ProblemFilter(answers));
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return filter;
    }

    /** For {@code http.exceptionHandling(…)}; as a request rejected handler it is found by itself. */
    @Bean
    Refusals refusals(ProblemWriter writer, AllowedMethods methods) {
        return new Refusals(writer, methods);
    }

    @Bean
    AllowedMethods allowedMethods(
            ObjectProvider<RequestMappingHandlerMapping> mappings, ObjectProvider<ServedAddresses> addresses) {
        return new AllowedMethods(mappings, addresses);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemReports(
            ProblemWriter writer, CommonHeaders headers) {
        return factory -> factory.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            host.getPipeline().addValve(new ProblemReportValve(writer, headers));
            host.setErrorReportValveClass(ProblemReportValve.class.getName());
        });
    }
}
