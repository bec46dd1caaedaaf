package io.tillsync.sync.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import com.atlassian.oai.validator.schema.SchemaValidator;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds real answers against the document that the server gives of itself. Costly to make: once for many answers. */
final class DocumentCheck {

    private static final Set<Integer> OF_NO_OPERATION = Set.of(400, 401, 404, 405);
    /** What the validator says of an answer to HEAD, which has no body. */
    private static final Set<String> WITHOUT_ANSWER = Set.of("validation.response.body.missing");
    /** What the validator says of every request that could have a body and has none. */
    private static final Set<String> WITHOUT_BODY = Set.of("validation.request.contentType.notAllowed");

    /** The one parameter that is a list, which the validator cannot take apart in OpenAPI 3.1. */
    private static final String LIST = "entities";

    private static final JsonMapper JSON = new JsonMapper();

    private final OpenAPI document;
    private final OpenApiInteractionValidator validator;
    private final SchemaValidator schemas;

    DocumentCheck(String document) {
        this.document = new OpenAPIV3Parser().readContents(document).getOpenAPI();
        LevelResolver levels = LevelResolver.create()
                .withLevel("validation.request.security", Level.IGNORE)
                .build();
        this.validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .withLevelResolver(levels)
                .build();
        this.schemas = new SchemaValidator(this.document, new MessageResolver());
    }

    /** All that is not as documented: of the answer; and of the request, where the server has taken that. */
    List<String> faults(Exchange exchange) {
        String path = exchange.request().uri().getPath();
        boolean isHead = exchange.request().method().equals("HEAD");
        Optional<Method> method = Arrays.stream(Method.values())
                .filter(known ->
                        known.name().equals(isHead ? "GET" : exchange.request().method()))
                .findFirst();
        ValidationReport report = method.map(known -> validator.validateResponse(path, known, response(exchange)))
                .orElse(null);
        if (report == null || isOfNoOperation(report)) {
            return faultsOfNoOperation(exchange);
        }
        List<String> faults = new ArrayList<>(errors(report, isHead ? WITHOUT_ANSWER : Set.of()));
        if (exchange.isSuccess()) {
            faults.addAll(faultsOfRequest(method.orElseThrow(), exchange));
        } else if (exchange.status() >= 400 && !isHead) {
            faults.addAll(faultsOfProblem(exchange));
        }
        return faults;
    }

    private List<String> faultsOfRequest(Method method, Exchange exchange) {
        boolean isEmpty = exchange.sent().length == 0;
        return errors(validator.validateRequest(request(method, exchange)), isEmpty ? WITHOUT_BODY : Set.of());
    }

    private static boolean isOfNoOperation(ValidationReport report) {
        return report.getMessages().stream()
                .anyMatch(message -> message.getKey().equals("validation.request.path.missing")
                        || message.getKey().equals("validation.request.operation.notAllowed"));
    }

    private static List<String> errors(ValidationReport report, Set<String> meaningless) {
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR)
                .filter(message -> !meaningless.contains(message.getKey()))
                .map(message -> message.getKey() + ": " + message.getMessage())
                .toList();
    }

    /** What the document does not name is refused, in the form that all refusals have. */
    private List<String> faultsOfNoOperation(Exchange exchange) {
        List<String> faults = new ArrayList<>();
        if (!OF_NO_OPERATION.contains(exchange.status())) {
            faults.add("The document has no such operation, and the answer is " + exchange.status());
        }
        if (exchange.status() == 405 && exchange.headers().firstValue("Allow").isEmpty()) {
            faults.add("405 without Allow");
        }
        if (!exchange.request().method().equals("HEAD")) {
            faults.addAll(faultsOfProblem(exchange));
        }
        return faults;
    }

    private List<String> faultsOfProblem(Exchange exchange) {
        if (!exchange.headers().firstValue("Content-Type").equals(Optional.of("application/problem+json"))) {
            return List.of("A refusal that is no problem+json");
        }
        JsonNode problem = JSON.readTree(exchange.body());
        List<String> faults = new ArrayList<>();
        if (problem.path("status").asInt(0) != exchange.status()) {
            faults.add("The status in the body is another one");
        }
        String code = problem.path("code").asString("");
        if (code.equals("version-conflict")) {
            return faults; // which has a schema for each type, and stands in operations only
        }
        Schema<?> schema = document.getComponents().getSchemas().get(code.isEmpty() ? "" : Schemas.pascal(code));
        if (schema == null) {
            faults.add("No such code: " + code);
        } else {
            faults.addAll(errors(
                    schemas.validate(() -> Json31.mapper().readTree(exchange.body()), schema, "response.body"),
                    Set.of()));
        }
        return faults;
    }

    private static SimpleResponse response(Exchange exchange) {
        SimpleResponse.Builder response = SimpleResponse.Builder.status(exchange.status());
        if (!exchange.body().isEmpty()) {
            response.withBody(exchange.body());
        }
        exchange.headers().map().forEach(response::withHeader);
        return response.build();
    }

    private static SimpleRequest request(Method method, Exchange exchange) {
        URI uri = exchange.request().uri();
        SimpleRequest.Builder request = new SimpleRequest.Builder(method, uri.getPath());
        byte[] sent = exchange.sent();
        if (sent.length > 0) {
            request.withBody(sent);
        }
        exchange.request().headers().map().forEach(request::withHeader);
        for (String parameter :
                Optional.ofNullable(uri.getRawQuery()).orElse("").split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            String value = parts.length > 1 ? decoded(parts[1]) : "";
            if (!value.isBlank() && !parts[0].equals(LIST)) { // to the validator, one that is left empty is missing
                request.withQueryParam(decoded(parts[0]), value);
            }
        }
        return request.build();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
