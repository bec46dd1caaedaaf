package io.tillsync.console.audit;

import io.tillsync.audit.log.Origin;
import io.tillsync.audit.search.Filter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked for, as it stands in the address; what cannot be understood there is left out. */
record AuditQuery(
        @Nullable String q,
        @Nullable String action,
        @Nullable String type,
        @Nullable String by,
        @Nullable String origin,
        @Nullable String from,
        @Nullable String to) {

    private static final int LONGEST_TEXT = 100;

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    public boolean isEmpty() {
        return parts().isEmpty();
    }

    private Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        add(parts, "q", q);
        add(parts, "action", action);
        add(parts, "type", type);
        add(parts, "by", by);
        add(parts, "origin", origin);
        add(parts, "from", from);
        add(parts, "to", to);
        return parts;
    }

    private static void add(Map<String, String> parts, String name, @Nullable String value) {
        given(value).ifPresent(text -> parts.put(name, text));
    }

    /** The address of a screen with this asked for, and more. */
    public String address(String path, String... more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
        Map<String, String> all = parts();
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        all.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(all).toUriString();
    }

    Filter filter(ZoneId zone, List<String> textFields) {
        Optional<Action> wanted = given(action).flatMap(Action::of);
        return new Filter(
                wanted.map(Action::events).orElse(Set.of()),
                wanted.flatMap(Action::op),
                given(type),
                wanted.flatMap(Action::field),
                given(by),
                wanted.flatMap(Action::origin).or(() -> given(origin).flatMap(AuditQuery::originOf)),
                given(from).flatMap(day -> beginning(day, zone, 0)),
                given(to).flatMap(day -> beginning(day, zone, 1)),
                given(q).map(text -> text.substring(0, Math.min(text.length(), LONGEST_TEXT)))
                        .orElse(""),
                textFields);
    }

    private static Optional<Instant> beginning(String day, ZoneId zone, int later) {
        try {
            return Optional.of(
                    LocalDate.parse(day).plusDays(later).atStartOfDay(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Origin> originOf(String word) {
        return Arrays.stream(Origin.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
    }

    static Set<String> origins() {
        return Stream.of(Origin.values())
                .map(origin -> origin.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The same, but only what somebody has done. */
    public AuditQuery doneBy(String id) {
        return new AuditQuery(q, action, type, id, origin, from, to);
    }
}
