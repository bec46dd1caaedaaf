package io.tillsync.sync.full;

import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Snapshots;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.type.EntityType;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.SyncCall;
import io.tillsync.sync.call.SyncTokens;
import io.tillsync.sync.call.SyncTypes;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.problem.Problem;
import io.tillsync.sync.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The first load of a till. */
@RestController
@RequestMapping(path = "/api/v1/sync/full", produces = MediaType.APPLICATION_JSON_VALUE)
class FullSyncController {

    private static final int USUAL = 2_000;
    private static final int MOST = 10_000;

    /**
     * What {@link PageWriter} writes, which never has it as a whole.
     *
     * @param data by entity type
     * @param nextPageToken absent on the last page
     * @param syncToken on the last page only
     */
    record FullPage(Map<String, List<EntityView>> data, Optional<String> nextPageToken, Optional<String> syncToken) {}

    private final Snapshots snapshots;
    private final SyncTypes types;
    private final SyncTokens tokens;
    private final PageWriter writer;

    FullSyncController(Snapshots snapshots, SyncTypes types, SyncTokens tokens, PageWriter writer) {
        this.snapshots = snapshots;
        this.types = types;
        this.tokens = tokens;
        this.writer = writer;
    }

    @ApiCall(
            id = "readEverything",
            summary = "Gives everything, page by page: the first load of a till",
            description = "The last page has a syncToken, from which to follow by /sync/changes.",
            traits = Trait.BY_TYPES,
            answer = FullPage.class,
            parameters = {
                @ApiParameter(name = "pageToken", description = "The nextPageToken of the page before."),
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST)
            },
            refusals = {ProblemCode.INVALID_SYNC_TOKEN, ProblemCode.RESYNC_REQUIRED})
    @GetMapping
    void page(SyncCall call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int limit = ReadParameters.limit(request, USUAL, MOST);
        List<String> named = types.named(request).stream().map(EntityType::name).toList();
        SyncToken now = new SyncToken(
                snapshots.pin(call.logs()).stream().map(Cursor::at).toList());
        PageToken from = ReadParameters.text(request, "pageToken")
                .filter(given -> !given.isEmpty())
                .map(given -> resume(call, given, named, now))
                .orElseGet(
                        () -> new PageToken(now, named, types(named).getFirst().name(), ""));
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        writer.write(response.getOutputStream(), call, from, types(from.only()), limit);
    }

    private List<EntityType> types(List<String> only) {
        return only.isEmpty()
                ? types.all()
                : types.all().stream()
                        .filter(type -> only.contains(type.name()))
                        .toList();
    }

    private PageToken resume(SyncCall call, String given, List<String> named, SyncToken now) {
        PageToken token = PageToken.parse(call.logs(), given)
                .filter(page ->
                        types(page.only()).stream().anyMatch(type -> type.name().equals(page.type())))
                .orElseThrow(() -> SyncTokens.invalid().toException());
        if (!named.isEmpty() && !named.equals(token.only())) {
            throw Problem.ofParameter(
                            "entities", "invalid-value", "must stay as it was on the first page, or be left out")
                    .toException();
        }
        tokens.held(token.start().parts());
        return new PageToken(PageToken.earlier(token.start(), now), token.only(), token.type(), token.afterId());
    }
}
