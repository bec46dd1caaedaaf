package io.tillsync.console.audit;

import io.tillsync.audit.search.Filter;
import io.tillsync.audit.search.Position;
import io.tillsync.audit.search.Search;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.type.EntityTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The audit log of a place: newest first, as far back as one scrolls. */
@Controller
class AuditController {

    private static final int PAGE = 50;
    private static final int MOST_COUNTED = 100;

    private final AuditLogs logs;
    private final Search search;
    private final EntryViews views;
    private final People people;
    private final EntityTypes types;
    private final List<String> textFields;

    AuditController(AuditLogs logs, Search search, EntryViews views, People people, EntityTypes types) {
        this.logs = logs;
        this.search = search;
        this.views = views;
        this.people = people;
        this.types = types;
        this.textFields = types.all()
                .flatMap(type -> Stream.concat(type.words().stream(), type.codes().stream()))
                .distinct()
                .toList();
    }

    @GetMapping("/s/{store}/audit")
    String log(Place place, Formats show, AuditQuery query, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        addPage(place, show, query, Optional.empty(), model);
        model.addAttribute(
                "actions", Arrays.stream(Action.values()).map(Action::word).toList());
        model.addAttribute(
                "types",
                types.all()
                        .filter(type -> place.permissions().mayRead(type))
                        .map(type -> type.name())
                        .toList());
        addPeople(place, query, model);
        model.addAttribute("origins", AuditQuery.origins());
        return "audit/list";
    }

    private void addPeople(Place place, AuditQuery query, Model model) {
        List<People.Person> users = people.users(place);
        List<People.Person> terminals = people.terminals(place);
        model.addAttribute("users", users);
        model.addAttribute("terminals", terminals);
        // Somebody who is asked for by a link, and is not among them.
        model.addAttribute(
                "isOther",
                !Objects.requireNonNullElse(query.by(), "").isBlank()
                        && Stream.concat(users.stream(), terminals.stream())
                                .noneMatch(person -> person.id().equals(query.by())));
    }

    /** What the filters find, without the filters. */
    @GetMapping(path = "/s/{store}/audit", headers = "HX-Target=entries")
    String found(Place place, Formats show, AuditQuery query, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        addPage(place, show, query, Optional.empty(), model);
        return "audit/list :: entries";
    }

    /** The rows behind a place in the list. */
    @GetMapping("/s/{store}/audit/more")
    String more(Place place, Formats show, AuditQuery query, @RequestParam String after, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        addPage(place, show, query, Position.parse(after), model);
        return "audit/list :: rows";
    }

    /** How many have come in before a place in the list. */
    @GetMapping("/s/{store}/audit/newer")
    String newer(
            Place place, Formats show, AuditQuery query, @RequestParam(defaultValue = "") String since, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        Optional<Position> first = Position.parse(since);
        Filter asked = filter(show, query);
        Filter recent = first.map(position -> asked.since(position.at())).orElse(asked);
        long count = search.page(logs.of(place), recent, Optional.empty(), MOST_COUNTED).entries().stream()
                .filter(entry -> first.map(known -> entry.position().compareTo(known) < 0)
                        .orElse(true))
                .count();
        model.addAttribute("count", count);
        model.addAttribute("isMore", count == MOST_COUNTED);
        return "audit/list :: newer";
    }

    private Filter filter(Formats show, AuditQuery query) {
        return query.filter(show.zone(), textFields);
    }

    private void addPage(Place place, Formats show, AuditQuery query, Optional<Position> after, Model model) {
        Search.Page page = search.page(logs.of(place), filter(show, query), after, PAGE);
        String path = place.path() + "/audit";
        model.addAttribute("query", query);
        model.addAttribute("rows", views.of(place, show, page.entries()));
        page.next()
                .ifPresent(next -> model.addAttribute("next", query.address(path + "/more", "after", next.encoded())));
        page.searchedBackTo().ifPresent(at -> model.addAttribute("searchedBackTo", at));
        String since = page.entries().stream()
                .findFirst()
                .map(entry -> entry.position().encoded())
                .orElse("");
        model.addAttribute("newerAddress", query.address(path + "/newer", "since", since));
        model.addAttribute("listAddress", query.address(path));
    }
}
