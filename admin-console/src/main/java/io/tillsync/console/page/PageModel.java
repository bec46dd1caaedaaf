package io.tillsync.console.page;

import io.tillsync.console.mode.Mode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the templates of all screens can rely on. */
@ControllerAdvice(basePackages = "io.tillsync.console")
class PageModel {

    private final Mode mode;
    private final Navigation navigation;
    private final Places places;
    private final Languages languages;

    PageModel(Mode mode, Navigation navigation, Places places, Languages languages) {
        this.mode = mode;
        this.navigation = navigation;
        this.places = places;
        this.languages = languages;
    }

    @ModelAttribute
    void add(HttpServletRequest request, Model model) {
        boolean isPart = request.getHeader("HX-Request") != null;
        model.addAttribute("mode", mode);
        model.addAttribute("path", request.getRequestURI());
        model.addAttribute("languages", languages.all());
        model.addAttribute("show", Formats.of(PageArguments.place(request), request));
        Visitors.current().ifPresent(visitor -> {
            model.addAttribute("visitor", visitor);
            if (!isPart) {
                model.addAttribute("shops", places.of(visitor));
            }
        });
        PageArguments.place(request).ifPresent(place -> {
            model.addAttribute("place", place);
            if (!isPart) {
                model.addAttribute("navigation", navigation.of(place));
            }
        });
    }
}
