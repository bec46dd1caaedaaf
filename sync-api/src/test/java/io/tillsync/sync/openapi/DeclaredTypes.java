package io.tillsync.sync.openapi;

import io.swagger.v3.oas.models.media.NumberSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands for the type declarations of the core. */
@Configuration
class DeclaredTypes {
    @Bean
    EntitySchema products() {
        Map<String, Schema<?>> fields = new LinkedHashMap<>();
        fields.put("name", new StringSchema().minLength(1).maxLength(200));
        fields.put("price", new NumberSchema().minimum(BigDecimal.ZERO));
        return new EntitySchema("products", fields, List.of("name", "price"));
    }

    @Bean
    EntitySchema storePrices() {
        return new EntitySchema("store-prices", Map.of("productId", new StringSchema()), List.of("productId"));
    }
}
