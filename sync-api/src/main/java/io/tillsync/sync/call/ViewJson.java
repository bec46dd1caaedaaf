package io.tillsync.sync.call;

import io.tillsync.sync.http.Timestamps;
import java.time.Instant;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Teaches Jackson the forms of entities and times, wherever in an answer they stand. */
@Configuration(proxyBeanMethods = false)
class ViewJson {

    @Bean
    JacksonModule viewModule() {
        return new SimpleModule("tillsync-views")
                .addSerializer(by(EntityView.class, (view, json) -> EntityJson.write(json, view.type(), view.state())))
                .addSerializer(by(
                        ContentView.class, (view, json) -> EntityJson.writeContent(json, view.type(), view.content())))
                .addSerializer(by(ValueView.class, (view, json) -> EntityJson.writeFieldValue(json, view)))
                .addSerializer(by(Instant.class, (time, json) -> json.writeString(Timestamps.format(time))));
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json);
    }

    private static <T> StdSerializer<T> by(Class<T> type, Writing<T> writing) {
        return new StdSerializer<>(type) {
            @Override
            public void serialize(T value, JsonGenerator json, SerializationContext context) {
                writing.write(value, json);
            }
        };
    }
}
