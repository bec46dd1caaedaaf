package io.tillsync.console.catalog;

import io.tillsync.console.page.Place;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Entities.Query;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody can choose who types into a field that points to something. */
@Controller
class Choices {

    private static final int MOST = 20;

    private final TypesAt types;
    private final Entities entities;
    private final Titles titles;

    Choices(TypesAt types, Entities entities, Titles titles) {
        this.types = types;
        this.entities = entities;
        this.titles = titles;
    }

    /**
     * One that can be chosen.
     *
     * @param under what it belongs to in a tree; else nothing
     */
    record Choice(String id, String title, String under) {}

    @GetMapping("/s/{store}/catalog/{type}/choices")
    String choices(Place place, @PathVariable String type, @RequestParam(defaultValue = "") String q, Model model) {
        TypeAt at = types.find(place, type);
        Optional<Field> order = Titles.fieldOf(at.type()).filter(Field::sortable);
        Query query = new Query(q.strip(), Map.of(), Map.of(), order, false);
        List<Document> found = entities.list(at.log(), at.type(), query, Optional.empty(), MOST)
                .states();
        Names names = titles.pointedToBy(place, at.type(), found);
        model.addAttribute(
                "choices",
                found.stream()
                        .map(state -> new Choice(
                                SystemFields.id(state), Titles.of(at.type(), state, names), under(at, state, names)))
                        .toList());
        return "values/choices :: choices";
    }

    /** In a tree of its own kind. */
    private static String under(TypeAt at, Document state, Names names) {
        return at.type().references().entrySet().stream()
                .filter(reference ->
                        reference.getValue().type().equals(at.type().name()))
                .map(Map.Entry::getKey)
                .filter(state::containsKey)
                .map(field -> names.of(at.type().name(), state.getString(field)))
                .findFirst()
                .orElse("");
    }
}
