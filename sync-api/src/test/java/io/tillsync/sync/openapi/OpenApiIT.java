package io.tillsync.sync.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tillsync.sync.TestApplication;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(classes = TestApplication.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class OpenApiIT {
    @LocalServerPort
    int port;

    private OpenApiCheck check;

    @BeforeAll
    void readTheDocument() throws Exception {
        check = new OpenApiCheck(get("/v3/api-docs").body());
    }

    @Test
    void namesEveryTypeInThePlaceOfTheGenericPath() throws Exception {
        String document = get("/v3/api-docs").body();

        assertThat(JsonPath.<String>read(document, "$.openapi")).isEqualTo("3.1.0");
        assertThat(JsonPath.<Map<String, Object>>read(document, "$.paths").keySet())
                .contains("/api/v1/catalog/products", "/api/v1/catalog/products/{id}", "/api/v1/catalog/store-prices")
                .noneMatch(path -> path.contains("catalog/{type}"));
        assertThat(
                        JsonPath.<String>read(
                                document,
                                "$.paths['/api/v1/catalog/products/{id}'].put.requestBody.content['application/json'].schema.$ref"))
                .isEqualTo("#/components/schemas/ProductsWrite");
        assertThat(JsonPath.<String>read(document, "$.components.schemas.Products.properties.price.type"))
                .isEqualTo("number");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/right", "/no-such", ""})
    void isTrueOfRightAnswers(String path) throws Exception {
        assertThat(check.faults(get("/api/v1/catalog/products" + path))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wrong-type",
                "unknown-field",
                "missing-field",
                "wrong-status",
                "wrong-media-type",
                "wrong-problem"
            })
    void isNotTrueOfWrongAnswers(String id) throws Exception {
        assertThat(check.faults(get("/api/v1/catalog/products/" + id))).isNotEmpty();
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
