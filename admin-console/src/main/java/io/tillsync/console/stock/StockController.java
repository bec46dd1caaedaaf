package io.tillsync.console.stock;

import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import io.tillsync.core.read.Entities;
import io.tillsync.core.read.Versions;
import io.tillsync.core.stock.Adjustments;
import io.tillsync.core.type.EntityId;
import io.tillsync.core.type.EntityTypes;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What a store has, product by product, and the movements of one. */
@Controller
@RequestMapping("/s/{store}/stock")
class StockController {

    private static final int PAGE = 50;
    private static final int MOVEMENTS = 100;

    private final StockRows rows;
    private final Versions versions;
    private final EntityTypes types;

    StockController(StockRows rows, Versions versions, EntityTypes types) {
        this.rows = rows;
        this.versions = versions;
        this.types = types;
    }

    @GetMapping
    String list(Place place, @RequestParam(defaultValue = "") String q, Model model) {
        show(place, q, Optional.empty(), model);
        return "stock/list";
    }

    /** What a search finds, or what follows the rows that are shown. */
    @GetMapping(headers = "HX-Request")
    String rows(
            Place place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String afterName,
            @RequestParam(defaultValue = "") String afterId,
            Model model) {
        Optional<Entities.Place> after =
                afterId.isEmpty() ? Optional.empty() : Optional.of(new Entities.Place(afterName, afterId));
        show(place, q, after, model);
        return after.isPresent() ? "stock/list :: rows" : "stock/list :: found";
    }

    private void show(Place place, String q, Optional<Entities.Place> after, Model model) {
        mustBeReadable(place);
        model.addAttribute("found", q);
        model.addAttribute("page", rows.list(place, q, after, PAGE));
        model.addAttribute("mayAdjust", place.permissions().mayAdjustStock(place.scope()));
    }

    /** One row, as it is now. */
    @GetMapping("/{product}/row")
    String row(Place place, @PathVariable String product, Model model) {
        mustBeReadable(place);
        model.addAttribute("row", rows.find(place, product).orElseThrow(NoSuchPage::new));
        return "stock/list :: row";
    }

    @GetMapping("/{product}")
    String product(Place place, @PathVariable String product, Model model) {
        mustBeReadable(place);
        model.addAttribute("row", rows.find(place, product).orElseThrow(NoSuchPage::new));
        model.addAttribute("movements", movements(place, product));
        model.addAttribute("mayAdjust", place.permissions().mayAdjustStock(place.scope()));
        model.addAttribute("operation", EntityId.create().value());
        return "stock/product";
    }

    /** The part of a product's screen that changes with its stock, as it is now. */
    @GetMapping("/{product}/now")
    String now(Place place, @PathVariable String product, Model model) {
        product(place, product, model);
        return "stock/product :: stock";
    }

    private List<Movement> movements(Place place, String product) {
        Optional<Document> stock = rows.stock(place, product);
        return stock
                .map(state -> versions.before(place.ofStore().log(), Adjustments.STOCKS, state, MOVEMENTS))
                .orElse(List.of())
                .stream()
                .map(Movement::of)
                .toList();
    }

    private void mustBeReadable(Place place) {
        NotAllowed.unless(place.permissions().mayRead(types.get(Adjustments.STOCKS)));
    }
}
