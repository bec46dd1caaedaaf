package io.tillsync.sync.entity;

import io.tillsync.audit.log.Head;
import io.tillsync.core.read.Cursor;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.Field;
import io.tillsync.sync.cache.Answers;
import io.tillsync.sync.cache.Extent;
import io.tillsync.sync.cache.Question;
import io.tillsync.sync.call.EntityCall;
import io.tillsync.sync.call.EntityView;
import io.tillsync.sync.call.Freshness;
import io.tillsync.sync.call.ListCursor;
import io.tillsync.sync.call.ListQuery;
import io.tillsync.sync.call.PageData.PageInfo;
import io.tillsync.sync.call.ReadParameters;
import io.tillsync.sync.call.WriteAnswers;
import io.tillsync.sync.openapi.ApiCall;
import io.tillsync.sync.openapi.ApiParameter;
import io.tillsync.sync.openapi.Trait;
import io.tillsync.sync.precondition.ConditionalRead;
import io.tillsync.sync.precondition.EntityTags;
import io.tillsync.sync.precondition.Preconditions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ETag;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Pages of entities: searched, filtered, sorted. */
@RestController
@RequestMapping(path = "/api/v1/{type}", produces = MediaType.APPLICATION_JSON_VALUE)
class EntityListController {

    private static final int USUAL = 50;
    private static final int MOST = 500;

    /** What is answered, as bytes, which can be kept. */
    record EntityPage(List<EntityView> data, PageInfo page) {}

    private final Entities entities;
    private final Freshness freshness;
    private final Answers answers;
    private final JsonMapper json;

    EntityListController(Entities entities, Freshness freshness, Answers answers, JsonMapper json) {
        this.entities = entities;
        this.freshness = freshness;
        this.answers = answers;
        this.json = json;
    }

    @ApiCall(
            id = "listEntities",
            summary = "Lists {types}",
            traits = {Trait.LISTED, Trait.CONDITIONAL, Trait.POSITIONED, Trait.FRESH},
            answer = EntityPage.class,
            parameters = {
                @ApiParameter(name = "limit", description = "How many at most.", usual = USUAL, most = MOST),
                @ApiParameter(name = "cursor", description = "The nextCursor of the page before.")
            })
    @GetMapping
    byte @Nullable [] list(EntityCall call, HttpServletRequest request, HttpServletResponse response) {
        Entities.Query query = ListQuery.of(request, call.type(), call.home().rules());
        int limit = ReadParameters.limit(request, USUAL, MOST);
        Optional<Entities.Place> after = ListCursor.of(request, query);
        Optional<EntityTags> known = Preconditions.of(request).ifNoneMatch();
        Head head = freshness.head(request, call.log());
        ETag tag = new ETag(Cursor.at(head).encoded(), false);
        HttpHeaders headers = WriteAnswers.position(head);
        headers.setETag(tag.formattedTag());
        boolean isKnown = known.filter(tags -> tags.matchWeakly(tag)).isPresent();
        return ConditionalRead.answer(
                response,
                headers,
                isKnown,
                () -> answers.get(
                        question(call, query, after, limit),
                        Extent.all(call.type().name()),
                        () -> json.writeValueAsBytes(page(call, query, after, limit))));
    }

    /** Says what is asked for in one way only, in whatever order and form it came. */
    private static Question question(EntityCall call, Entities.Query query, Optional<Entities.Place> after, int limit) {
        List<String> words = new ArrayList<>(List.of(
                query.text(),
                String.valueOf(limit),
                after.map(place -> ListCursor.encode(query, place)).orElse(""),
                (query.descending() ? "-" : "") + query.sort().map(Field::name).orElse("")));
        new TreeMap<>(query.equal()).forEach((field, value) -> words.addAll(List.of(field, value.toString())));
        return new Question(call.log(), call.type(), Question.Kind.LIST, words);
    }

    private EntityPage page(EntityCall call, Entities.Query query, Optional<Entities.Place> after, int limit) {
        Entities.Page page = entities.list(call.log(), call.type(), query, after, limit);
        String next = page.next().map(place -> ListCursor.encode(query, place)).orElse(null);
        return new EntityPage(
                page.states().stream()
                        .map(state -> new EntityView(call.type(), state))
                        .toList(),
                new PageInfo(limit, next));
    }
}
