package io.tillsync.sync.json;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

    @Bean
    JsonBodies jsonBodies() {
        return new JsonBodies(new StrictJson());
    }
}
