package io.tillsync.console.setup;

import io.tillsync.console.page.Place;
import io.tillsync.core.projection.Projections;
import io.tillsync.core.read.Lags;
import io.tillsync.core.read.Lags.Lag;
import io.tillsync.core.read.SyncToken;
import io.tillsync.core.tenancy.Logs;
import io.tillsync.core.tenancy.Sightings;
import io.tillsync.core.tenancy.Sightings.Sighting;
import io.tillsync.core.type.EntityType;
import io.tillsync.core.type.EntityTypes;
import io.tillsync.core.type.SystemFields;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the tills of a store, and how it stands with each. */
@Component
public class Tills {

    /** What other processes have heard is known about a minute later. */
    private static final Duration ONLINE = Duration.ofMinutes(3);

    private static final Duration SILENT = Duration.ofDays(1);
    private static final int MOST = 500;

    private final Projections projections;
    private final Sightings sightings;
    private final Lags lags;
    private final Clock clock;
    private final EntityType terminals;

    Tills(Projections projections, Sightings sightings, Lags lags, EntityTypes types, Clock clock) {
        this.projections = projections;
        this.sightings = sightings;
        this.lags = lags;
        this.clock = clock;
        this.terminals = types.get("terminals");
    }

    /** Those of a store by their names, revoked ones last. */
    public List<Till> of(Place place) {
        String store = place.store().id();
        List<Document> states = projections.referrers(Logs.INSTALLATION, terminals, List.of("storeId"), store, MOST);
        Map<String, Sighting> seen =
                sightings.of(states.stream().map(SystemFields::id).toList());
        return states.stream()
                .map(state -> till(place, state, Optional.ofNullable(seen.get(SystemFields.id(state)))))
                .sorted(Comparator.comparing(Till::isRevoked).thenComparing(Till::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** One of a store; empty also where it is another's. */
    public Optional<Till> find(Place place, String id) {
        return projections
                .state(Logs.INSTALLATION, terminals.name(), id)
                .filter(state -> place.store().id().equals(state.getString("storeId")))
                .map(state -> till(
                        place,
                        state,
                        Optional.ofNullable(sightings.of(List.of(id)).get(id))));
    }

    private Till till(Place place, Document state, Optional<Sighting> sighting) {
        Optional<Instant> enrolledAt = time(state.getString("enrolledAt"));
        Optional<Instant> heard = enrolledAt.map(since ->
                sighting.map(Sighting::at).filter(at -> at.isAfter(since)).orElse(since));
        Optional<SyncToken> token =
                sighting.flatMap(Sighting::token).flatMap(text -> SyncToken.parse(place.logs(), text));
        Till.State standing = standing(state, heard);
        Optional<Lag> lag = standing.isEnrolled() ? token.flatMap(lags::of) : Optional.empty();
        return new Till(
                SystemFields.id(state),
                state.getString("name"),
                standing,
                heard,
                lag,
                standing.isEnrolled() && token.isPresent() && lag.isEmpty(),
                Optional.ofNullable(state.getString("deviceName")),
                Optional.ofNullable(state.getString("appVersion")),
                enrolledAt,
                SystemFields.version(state));
    }

    private Till.State standing(Document state, Optional<Instant> heard) {
        if (state.getBoolean("isRevoked", false)) {
            return Till.State.REVOKED;
        }
        Instant now = clock.instant();
        if (heard.isEmpty()) {
            return time(state.getString("enrolmentExpiresAt"))
                            .filter(now::isBefore)
                            .isPresent()
                    ? Till.State.WAITING
                    : Till.State.EXPIRED;
        }
        Duration quiet = Duration.between(heard.get(), now);
        if (quiet.compareTo(ONLINE) <= 0) {
            return Till.State.ONLINE;
        }
        return quiet.compareTo(SILENT) <= 0 ? Till.State.OFFLINE : Till.State.SILENT;
    }

    private static Optional<Instant> time(@Nullable String text) {
        return Optional.ofNullable(text).map(Instant::parse);
    }
}
