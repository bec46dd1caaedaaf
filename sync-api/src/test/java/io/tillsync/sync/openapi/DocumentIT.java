package io.tillsync.sync.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import io.tillsync.core.type.Declaration;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.Level;
import io.tillsync.sync.call.SyncTypes;
import io.tillsync.sync.fixture.SyncServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SyncServer
class DocumentIT {

    private static final Pattern REFERENCE = Pattern.compile("\"\\$ref\":\"#/components/([^\"]+)\"");

    @LocalServerPort
    int port;

    @Autowired
    Calls calls;

    @Autowired
    ObjectProvider<RequestMappingHandlerMapping> mappings;

    @Autowired
    List<Declaration> declarations;

    @Autowired
    EntityTypes types;

    @Autowired
    SyncTypes syncTypes;

    @Test
    void everyCallIsDocumented() {
        assertThat(calls.undocumented())
                .as("methods under /api/v1 without @ApiCall")
                .isEmpty();
        assertThat(operations()).isNotEmpty().allSatisfy(operation -> {
            assertThat(operation.path("summary").asString()).isNotBlank();
            assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
        });
        assertThat(operations()
                        .flatMap(operation -> operation.path("responses").properties().stream())
                        .filter(response -> response.getKey().startsWith("2")))
                .allMatch(response -> response.getKey().equals("204")
                        != response.getValue().at("/content").iterator().hasNext());
    }

    @Test
    void isValid() {
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(text());

        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
        assertThat(operations().map(operation -> operation.path("operationId").asString()))
                .doesNotHaveDuplicates();
    }

    @Test
    void refersToWhatIsThereAndHasNothingElse() {
        Set<String> referred = new TreeSet<>();
        REFERENCE.matcher(text()).results().forEach(match -> referred.add(match.group(1)));
        Set<String> defined = new TreeSet<>();
        document()
                .path("components")
                .properties()
                .forEach(kind ->
                        kind.getValue().propertyNames().forEach(name -> defined.add(kind.getKey() + "/" + name)));

        assertThat(defined).containsAll(referred);
        defined.removeAll(referred);
        assertThat(defined) // what calls that there are not are refused with, and what may come in every answer
                .containsExactlyInAnyOrder(
                        "securitySchemes/bearer",
                        "schemas/InternalError",
                        "schemas/MethodNotAllowed",
                        "schemas/RateLimited");
    }

    @Test
    void namesEveryTypeInThePlaceOfTheGenericPath() {
        assertThat(document().path("paths").propertyNames())
                .contains("/api/v1/products/{id}/restore", "/api/v1/store-prices", "/api/v1/users/{id}")
                .noneMatch(path -> path.contains("{type"));
        assertThat(document().at("/paths/~1api~1v1~1stocks~1{id}").propertyNames())
                .containsExactly("get");
        assertThat(document()
                        .at("/components/schemas/Product/properties/price/type")
                        .asString())
                .isEqualTo("number");
    }

    @Test
    void aNewTypeNeedsItsDeclarationOnly() {
        EntityType gadgets = EntityType.named("gadgets", "gadget", Level.STORE)
                .fields(Field.text("colour", 20).required().sort())
                .build();
        List<Declaration> more = new ArrayList<>(declarations);
        more.add(() -> gadgets);
        EntityTypes withGadgets = new EntityTypes(more);

        JsonNode larger = ApiDocument.of(new Calls(mappings, withGadgets, syncTypes).all(), withGadgets, syncTypes);

        assertThat(larger.at("/paths/~1api~1v1~1gadgets~1{id}/put/operationId").asString())
                .isEqualTo("replaceGadget");
        assertThat(larger.at("/components/schemas/NewGadget/properties/colour/maxLength")
                        .asInt())
                .isEqualTo(20);
    }

    @Test
    void isTheSameEachTime() {
        assertThat(ApiDocument.of(calls.all(), types, syncTypes).toString()).isEqualTo(text());
    }

    @Test
    void onlyLogInAndEnrolmentNeedNoToken() {
        assertThat(operations()
                        .filter(operation -> operation.has("security"))
                        .map(operation -> operation.path("operationId").asString()))
                .containsExactly("logIn", "enrol");
    }

    @Test
    void asksOfATillThatEnrolsForAllOfItsForm() {
        assertThat(document().at("/components/schemas/Enrolling/required").valueStream())
                .extracting(JsonNode::asString)
                .containsExactly("code", "deviceName", "appVersion");
    }

    @Test
    void isReadWithoutLoggingInAndOnlyOnce() throws Exception {
        HttpResponse<byte[]> first = get("Accept-Encoding", "gzip");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(first.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(first.body()).hasSizeLessThan(50_000);
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get("If-None-Match", tag).statusCode()).isEqualTo(304);
    }

    private HttpResponse<byte[]> get(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v3/api-docs"))
                .header(header, value)
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofByteArray());
        }
    }

    private String text() {
        try {
            return new String(get("Accept", "application/json").body(), StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode document() {
        return new JsonMapper().readTree(text());
    }

    private Stream<JsonNode> operations() {
        return document().path("paths").valueStream().flatMap(JsonNode::valueStream);
    }
}
