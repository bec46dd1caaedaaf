package io.tillsync.benchmarks.probe;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;
import org.springframework.security.config.annotation.web.configuration.WebSecurityCustomizer;

/** Found by the application like its own, where this program's jar is on its class path. */
@Configuration(proxyBeanMethods = false)
class ProbeConfiguration {

    private static final String BARE = "/bare";

    /** Answers with two letters. */
    private static final class Bare extends HttpServlet {
        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getOutputStream().write(new byte[] {'{', '}'});
        }
    }

    @Bean
    ServletRegistrationBean<HttpServlet> bare() {
        return new ServletRegistrationBean<>(new Bare(), BARE);
    }

    @Bean
    WebSecurityCustomizer bareIsOpen() {
        return security -> security.ignoring().requestMatchers(BARE);
    }

    /** By the application's own client: with the same guarantees. */
    @Bean
    MongoTemplate plainTemplate(MongoClient client, MongoDatabase database) {
        return new MongoTemplate(new SimpleMongoClientDatabaseFactory(client, database.getName()));
    }
}
