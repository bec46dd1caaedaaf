package io.tillsync.sync.json;

import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the bodies of requests. Controllers ask for one when all that comes before it in API.md's order of faults is settled. */
public final class JsonBodies {

    private static final List<MediaType> OF_PATCHES =
            List.of(MediaType.APPLICATION_JSON, MediaType.valueOf("application/merge-patch+json"));
    private static final List<MediaType> OF_OTHERS = List.of(MediaType.APPLICATION_JSON);

    private final StrictJson json;

    JsonBodies(StrictJson json) {
        this.json = json;
    }

    /**
     * The object that was sent.
     *
     * @throws io.tillsync.sync.problem.ProblemException 415, 413 or 400
     */
    public ObjectNode object(HttpServletRequest request) {
        List<MediaType> accepted = request.getMethod().equals(HttpMethod.PATCH.name()) ? OF_PATCHES : OF_OTHERS;
        if (!isAmong(accepted, request.getContentType())) {
            throw Problem.of(ProblemCode.UNSUPPORTED_MEDIA_TYPE, "Send application/json.")
                    .withHeader("Accept", MediaType.toString(accepted))
                    .toException();
        }
        return json.readObject(bytes(request));
    }

    /** The object that was sent, or an empty one where nothing was. */
    public ObjectNode objectIfAny(HttpServletRequest request) {
        boolean isEmpty = request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
        return isEmpty ? JsonNodeFactory.instance.objectNode() : object(request);
    }

    private static boolean isAmong(List<MediaType> types, @Nullable String contentType) {
        try {
            MediaType given = contentType == null ? MediaType.APPLICATION_JSON : MediaType.parseMediaType(contentType);
            return types.stream().anyMatch(type -> type.includes(given));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static byte[] bytes(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
