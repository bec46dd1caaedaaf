package io.tillsync.console.dashboard;

import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Head;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.CommitReader;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last that was committed at a place, as far as its visitor may see it. */
@Component
class RecentChanges {

    private static final int LOOKED_AT = 12;
    private static final int SHOWN = 8;

    private final Feeds feeds;
    private final CommitReader reader;
    private final Projections projections;
    private final EntityTypes types;

    RecentChanges(Feeds feeds, CommitReader reader, Projections projections, EntityTypes types) {
        this.feeds = feeds;
        this.reader = reader;
        this.projections = projections;
        this.types = types;
    }

    /** The newest first; commits of one import are one line. */
    List<Recent> of(Place place, Formats formats) {
        List<Recent> lines = new ArrayList<>();
        place.logs().stream()
                .flatMap(this::last)
                .sorted(Comparator.comparing(Commit::at).reversed())
                .flatMap(commit -> line(place, formats, commit).stream())
                .forEach(line -> {
                    if (!lines.isEmpty() && line.continues(lines.getLast())) {
                        lines.add(lines.removeLast().and(line));
                    } else {
                        lines.add(line);
                    }
                });
        return named(place, lines.stream().limit(SHOWN).toList());
    }

    /** Newest first, so that those of the same millisecond stay in their order. */
    private Stream<Commit> last(LogId log) {
        Head head = feeds.head(log);
        Seq start = new Seq(Math.max(0, head.seq().value() - LOOKED_AT));
        List<Commit> commits = new ArrayList<>();
        reader.between(log, start, head).forEachRemaining(commits::addFirst);
        return commits.stream();
    }

    private Optional<Recent> line(Place place, Formats formats, Commit commit) {
        List<Change> seen = commit.changes().stream()
                .filter(change -> types.find(change.entityType())
                        .filter(place.permissions()::mayRead)
                        .isPresent())
                .toList();
        return seen.stream()
                .findFirst()
                .map(change -> new Recent(
                        commit.id(),
                        commit.at(),
                        commit.actor(),
                        Recent.word(commit.origin()),
                        Recent.word(change.op()),
                        change.entityType(),
                        change.entityId(),
                        name(change.after()),
                        change.op() == Change.Op.UPDATED ? fields(formats, change) : List.of(),
                        seen.size() - 1L));
    }

    /** Empty for what is only known by a product. */
    private static String name(Document state) {
        return Stream.of("name", "key", "username")
                .map(state::getString)
                .filter(text -> text != null)
                .findFirst()
                .orElse("");
    }

    private List<Recent.Field> fields(Formats formats, Change change) {
        EntityType type = types.get(change.entityType());
        return change.changed().stream()
                .filter(name -> type.field(name).isPresent())
                .map(name -> new Recent.Field(
                        name,
                        change.before()
                                .map(before -> shown(formats, type, name, before))
                                .orElse(""),
                        shown(formats, type, name, change.after())))
                .toList();
    }

    /** Numbers only: of a text, it is enough to know that it is another. */
    private static String shown(Formats formats, EntityType type, String field, Document state) {
        @Nullable Object value = state.get(field);
        if (!(value instanceof BigDecimal number)) {
            return "";
        }
        boolean isMoney = type.field(field)
                .filter(known -> known.kind() instanceof Kind.Money)
                .isPresent();
        return isMoney ? formats.money(number) : formats.number(number);
    }

    /** Stocks and prices of a store are called as their products, whose ids they have. */
    private List<Recent> named(Place place, List<Recent> lines) {
        List<String> ids = lines.stream()
                .filter(line -> line.name().isEmpty())
                .map(Recent::id)
                .toList();
        Map<String, Document> products = projections.states(place.ofBusiness().log(), "products", ids);
        return lines.stream()
                .map(line -> line.name().isEmpty()
                        ? named(
                                line,
                                Optional.ofNullable(products.get(line.id()))
                                        .map(product -> product.getString("name"))
                                        .orElse(line.id()))
                        : line)
                .toList();
    }

    private static Recent named(Recent line, String name) {
        return new Recent(
                line.key(),
                line.at(),
                line.actor(),
                line.origin(),
                line.op(),
                line.type(),
                line.id(),
                name,
                line.fields(),
                line.others());
    }
}
