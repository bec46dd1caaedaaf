package io.tillsync.sync.entity;

import io.tillsync.audit.log.Actor;
import io.tillsync.core.read.Versions;
import io.tillsync.core.read.Versions.Version;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.SystemFields;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.PageData;
import io.tillsync.sync.call.PageData.PageInfo;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bson.Document;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The versions of an entity, deleted or not, newest first. */
@RestController
@RequestMapping(path = "/api/v1/{type}/{id}/history", produces = MediaType.APPLICATION_JSON_VALUE)
class HistoryController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    private final ActiveEntities entities;
    private final Versions versions;

    HistoryController(ActiveEntities entities, Versions versions) {
        this.entities = entities;
        this.versions = versions;
    }

    /** Who changed it, without the address, which is the auditors' to see. */
    record By(String kind, String id, String name, Optional<String> role) {

        static By of(Actor actor) {
            return new By(word(actor.kind()), actor.id(), actor.name(), actor.role());
        }
    }

    record VersionView(
            long syncVersion,
            long seq,
            Instant at,
            By actor,
            String origin,
            String operation,
            String changeType,
            List<String> changed,
            EntityView state) {

        static VersionView of(EntityType type, Version version) {
            return new VersionView(
                    version.change().syncVersion(),
                    version.commit().seq().value(),
                    version.commit().at(),
                    By.of(version.commit().actor()),
                    word(version.commit().origin()),
                    version.commit().operation().id(),
                    word(version.change().op()),
                    version.change().changed(),
                    new EntityView(type, version.change().after()));
        }
    }

    @ApiCall(
            id = "readEntityHistory",
            summary = "Lists the versions of one {type}, newest first",
            parameters = {
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST),
                @ApiParameter(name = "cursor", description = "The nextCursor of the page before.")
            })
    @GetMapping
    PageData<VersionView> history(EntityCall call, @PathVariable String id, HttpServletRequest request) {
        int limit = ReadParameters.limit(request, USUAL, MOST);
        Optional<Long> from = ReadParameters.text(request, "cursor").map(HistoryController::seq);
        Document newest = entities.any(call, id);
        Document start = from.map(seq -> new Document(newest).append(SystemFields.SEQ, seq))
                .orElse(newest);
        List<Version> page = versions.before(call.log(), call.type().name(), start, limit + 1);
        if (page.isEmpty()) { // the newest is always there
            throw otherCursor();
        }
        String next = page.size() > limit
                ? String.valueOf(page.get(limit).commit().seq().value())
                : null;
        return new PageData<>(
                page.stream()
                        .limit(limit)
                        .map(version -> VersionView.of(call.type(), version))
                        .toList(),
                new PageInfo(limit, next));
    }

    private static long seq(String cursor) {
        if (cursor.matches("[0-9]{1,12}")) {
            return Long.parseLong(cursor);
        }
        throw otherCursor();
    }

    private static RuntimeException otherCursor() {
        return Problem.ofParameter("cursor", "invalid-value", "is not from a page of this history; begin without one")
                .toException();
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
