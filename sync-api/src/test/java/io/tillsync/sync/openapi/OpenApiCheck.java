package io.tillsync.sync.openapi;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.net.http.HttpResponse;
import java.util.List;

/** Holds real answers against the document that the server gives of itself. Costly to make: once for many answers. */
public final class OpenApiCheck {
    private final OpenApiInteractionValidator validator;

    public OpenApiCheck(String document) {
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .build();
    }

    /** What about the answer is not as documented; an undocumented status, media type or field too. */
    public List<String> faults(HttpResponse<String> answer) {
        var response = SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
        answer.headers().map().forEach(response::withHeader);
        var method = Method.valueOf(answer.request().method());
        var report = validator.validateResponse(answer.uri().getPath(), method, response.build());
        return report.getMessages().stream()
                .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
                .map(ValidationReport.Message::getMessage)
                .toList();
    }
}
