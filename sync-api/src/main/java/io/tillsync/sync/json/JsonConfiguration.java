package io.tillsync.sync.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonBodies jsonBodies() {
        return new JsonBodies(new StrictJson());
    }

    /** A YAML library on the class path, whoever brings it, would become a second format for everything. */
    @Bean
    WebMvcConfigurer noYaml() {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.configureMessageConvertersList(list -> list.removeIf(
                        converter -> converter.getSupportedMediaTypes().contains(MediaType.APPLICATION_YAML)));
            }
        };
    }
}
