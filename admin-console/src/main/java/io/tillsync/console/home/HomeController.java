package io.tillsync.console.home;

import io.tillsync.console.mode.Mode;
import io.tillsync.console.page.Places;
import io.tillsync.console.page.Visitor;
import io.tillsync.console.page.Visitors;
import io.tillsync.core.tenancy.Role;
import io.tillsync.core.tenancy.Store;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The first pages: that of a newcomer, and the way to where a visitor works. */
@Controller
class HomeController {

    private final Mode mode;
    private final Places places;

    HomeController(Mode mode, Places places) {
        this.mode = mode;
        this.places = places;
    }

    /** Goes to the store that the visitor was in last, else to the first one; without any, to where one is made. */
    @GetMapping("/")
    String home(@CookieValue(name = "tillsync-store", defaultValue = "") String last) {
        return Visitors.current().map(visitor -> home(visitor, last)).orElse("redirect:/login");
    }

    private String home(Visitor visitor, String last) {
        Optional<String> store = places.find(visitor, last)
                .map(place -> place.store().id())
                .or(() -> places.of(visitor).stream()
                        .flatMap(shops -> shops.stores().stream())
                        .findFirst()
                        .map(Store::id));
        return store.map(id -> "redirect:/s/" + id + "/dashboard")
                .orElse(visitor.principal().role() == Role.ADMIN ? "redirect:/setup" : "home/no-store");
    }

    @GetMapping("/start")
    String start(Model model) {
        Tries tries = new Tries(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        model.addAttribute("logIn", tries.logIn(mode.isDemo() ? "manager" : "USERNAME", "PASSWORD"));
        model.addAttribute("list", tries.list("coffee"));
        return "home/start";
    }
}
