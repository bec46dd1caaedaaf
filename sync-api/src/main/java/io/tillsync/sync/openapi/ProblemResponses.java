package io.tillsync.sync.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tillsync.sync.problem.ProblemCode;
import io.tillsync.sync.problem.ProblemWriter;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of every operation that its refusals are problem details, with the codes that there are. */
final class ProblemResponses implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas("Problem", problem()).addSchemas("FieldError", fieldError());
        var content = new MediaType().schema(new Schema<>().$ref(EntitySchema.REF + "Problem"));
        var refusal = new ApiResponse()
                .description("Refused; see code")
                .content(new Content().addMediaType(ProblemWriter.MEDIA_TYPE, content));
        api.getPaths()
                .values()
                .forEach(path -> path.readOperations()
                        .forEach(operation -> operation
                                .getResponses()
                                .addApiResponse("4XX", refusal)
                                .addApiResponse("5XX", refusal)));
    }

    private static Schema<?> problem() {
        var code = new StringSchema();
        Arrays.stream(ProblemCode.values()).map(ProblemCode::code).forEach(code::addEnumItem);
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema());
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema());
        problem.addProperty("code", code);
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(new Schema<>().$ref(EntitySchema.REF + "FieldError")));
        return problem.required(List.of("type", "title", "status", "code", "detail"))
                .additionalProperties(true);
    }

    private static Schema<?> fieldError() {
        var error = new ObjectSchema();
        List.of("field", "code", "message").forEach(name -> error.addProperty(name, new StringSchema()));
        return error.required(List.of("field", "code", "message")).additionalProperties(false);
    }
}
