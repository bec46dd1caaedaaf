package io.tillsync.console.dashboard;

import io.tillsync.console.page.Formats;
import io.tillsync.console.page.Place;
import io.tillsync.console.setup.Till;
import io.tillsync.console.setup.Tills;
import io.tillsync.core.feed.Feeds;
import io.tillsync.core.type.EntityTypes;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first screen of a store. It asks for no more than the ends of logs and some of what is found by its id. */
@Controller
class DashboardController {

    private static final int TILLS_SHOWN = 8;

    private final Tills tills;
    private final Hours hours;
    private final RecentChanges recent;
    private final Problems problems;
    private final Feeds feeds;
    private final EntityTypes types;

    DashboardController(
            Tills tills, Hours hours, RecentChanges recent, Problems problems, Feeds feeds, EntityTypes types) {
        this.tills = tills;
        this.hours = hours;
        this.recent = recent;
        this.problems = problems;
        this.feeds = feeds;
        this.types = types;
    }

    @GetMapping("/s/{store}/dashboard")
    String dashboard(Place place, Formats formats, Model model) {
        add(place, formats, model);
        return "dashboard/dashboard";
    }

    /** The parts of the screen as they are now, for one that is open. */
    @GetMapping(path = "/s/{store}/dashboard", headers = "HX-Request")
    String now(Place place, Formats formats, Model model, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        add(place, formats, model);
        return "dashboard/dashboard :: parts";
    }

    private void add(Place place, Formats formats, Model model) {
        boolean seesTills = place.permissions().maySeeHistories();
        List<Till> all = seesTills ? tills.of(place) : List.of();
        List<Till> working = all.stream().filter(till -> !till.isRevoked()).toList();
        model.addAttribute("seesTills", seesTills);
        model.addAttribute(
                "tills",
                working.stream().sorted(interestingFirst()).limit(TILLS_SHOWN).toList());
        model.addAttribute(
                "enrolled",
                working.stream().filter(till -> till.state().isEnrolled()).count());
        model.addAttribute("online", working.stream().filter(Till::isOnline).count());
        model.addAttribute("slowest", slowest(working));
        model.addAttribute(
                "isKnown",
                working.stream()
                        .filter(Till::isOnline)
                        .allMatch(till -> till.lag().isPresent()));
        model.addAttribute("mayAddTills", mayAddTills(place));
        model.addAttribute("changes", hours.of(place, formats));
        model.addAttribute("products", count(place));
        model.addAttribute("recent", recent.of(place, formats));
        model.addAttribute("problems", problems.of(place, all));
    }

    private boolean mayAddTills(Place place) {
        return place.permissions()
                .mayAdminister(
                        types.get("terminals"), Optional.of(place.business().id()));
    }

    private long count(Place place) {
        return feeds.head(place.ofBusiness().log()).counts().getOrDefault("products", 0L);
    }

    /** Of those that are connected: who is away is behind all the time. */
    private static Optional<Till> slowest(List<Till> tills) {
        return tills.stream()
                .filter(Till::isOnline)
                .filter(Till::isBehind)
                .max(Comparator.comparingLong(till -> till.lag().orElseThrow().commits()));
    }

    private static Comparator<Till> interestingFirst() {
        return Comparator.comparing((Till till) -> till.heard().orElse(Instant.EPOCH))
                .reversed()
                .thenComparing(Till::name);
    }
}
