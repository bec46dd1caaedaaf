package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.Titles;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Totals;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists of entities, made for many: searched while one types, filtered, sorted, read on while one scrolls. */
@Controller
@RequestMapping("/s/{store}/catalog/{type}")
class ListController {

    private static final int PAGE = 50;
    private static final int MOST_ROWS = 200;

    private final TypesAt types;
    private final Entities entities;
    private final Totals totals;
    private final Titles titles;
    private final Rows rows;

    ListController(TypesAt types, Entities entities, Totals totals, Titles titles, Rows rows) {
        this.types = types;
        this.entities = entities;
        this.totals = totals;
        this.titles = titles;
        this.rows = rows;
    }

    /**
     * The screen.
     *
     * @param go set by who has typed or scanned something and wants to get there: if it is the code of one entity alone, to that
     */
    @GetMapping
    String list(
            Place place,
            @PathVariable String type,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String go,
            Formats formats,
            Model model) {
        TypeAt at = types.find(place, type);
        ListRequest request = ListRequest.of(at.type(), parameters, at.rules());
        if (!go.isEmpty()) {
            return "redirect:"
                    + entities.byCode(at.log(), at.type(), request.text())
                            .map(state -> at.path(SystemFields.id(state)))
                            .orElseGet(() -> request.address(at.path()));
        }
        model.addAttribute("filters", filters(at, request));
        return show(at, request, Optional.empty(), formats, model, "catalog/list");
    }

    /** The part of it that depends on what is looked for, or, with a cursor, the rows from there on. */
    @GetMapping(headers = "HX-Request")
    String part(
            Place place,
            @PathVariable String type,
            @RequestParam Map<String, String> parameters,
            @RequestParam(defaultValue = "") String cursor,
            Formats formats,
            HttpServletResponse response,
            Model model) {
        TypeAt at = types.find(place, type);
        ListRequest request = ListRequest.of(at.type(), parameters, at.rules());
        if (!cursor.isEmpty()) {
            return show(at, request, PlaceTexts.parse(request, cursor), formats, model, "catalog/list :: rows");
        }
        response.setHeader("HX-Replace-Url", request.address(at.path()));
        return show(at, request, Optional.empty(), formats, model, "catalog/list :: list");
    }

    /** Some rows as they are now, also of what was deleted meanwhile. */
    @GetMapping(path = "/rows", headers = "HX-Request")
    String someRows(
            Place place, @PathVariable String type, @RequestParam List<String> id, Formats formats, Model model) {
        TypeAt at = types.find(place, type);
        ListRequest request = ListRequest.of(at.type(), Map.of(), at.rules());
        List<String> wanted = id.stream().distinct().limit(MOST_ROWS).toList();
        List<Document> states =
                List.copyOf(entities.find(at.log(), at.type(), wanted).values());
        model.addAttribute("at", at);
        model.addAttribute("rows", rows.rows(at, Rows.columns(at, request), states, formats));
        model.addAttribute("isChanged", true);
        return "catalog/list :: some-rows";
    }

    private String show(
            TypeAt at, ListRequest request, Optional<Entities.Place> after, Formats formats, Model model, String view) {
        Entities.Page page = entities.list(at.log(), at.type(), request.query(), after, PAGE);
        List<Column> columns = Rows.columns(at, request);
        model.addAttribute("at", at);
        model.addAttribute("request", request);
        model.addAttribute("titleColumn", Rows.title(at, request));
        model.addAttribute("columns", columns);
        model.addAttribute("rows", rows.rows(at, columns, page.states(), formats));
        model.addAttribute(
                "next",
                page.next()
                        .map(place -> PlaceTexts.address(request, at.path(), place))
                        .orElse(""));
        model.addAttribute("isBulk", !BulkForm.fields(at.type()).isEmpty());
        model.addAttribute("q", at.type().name().equals("products") ? request.text() : "");
        if (after.isEmpty()) {
            model.addAttribute("total", totals.of(at.log(), at.type()));
        }
        return view;
    }

    private List<Filter> filters(TypeAt at, ListRequest request) {
        Names names = titles.pointedToBy(at.place(), at.type(), List.of(new Document(request.equal())));
        return at.type().fields().values().stream()
                .filter(Filter::isOffered)
                .map(field -> filter(request, field, names))
                .toList();
    }

    private static Filter filter(ListRequest request, Field field, Names names) {
        String value = request.filters().getOrDefault(field.name(), "");
        Filter empty = new Filter(field, value, "");
        return value.isEmpty() || empty.target().isEmpty()
                ? empty
                : new Filter(field, value, names.of(empty.target(), value));
    }
}
