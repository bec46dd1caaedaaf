package io.tillsync.console.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Remembers the language that somebody has chosen, in their browser. */
@Controller
class LanguageController {

    private final LocaleResolver locales;
    private final Languages languages;

    LanguageController(LocaleResolver locales, Languages languages) {
        this.locales = locales;
        this.languages = languages;
    }

    @PostMapping("/language")
    ResponseEntity<Void> choose(
            @RequestParam String language, HttpServletRequest request, HttpServletResponse response) {
        Locale wanted = Locale.forLanguageTag(language);
        if (!languages.all().contains(wanted)) {
            return ResponseEntity.badRequest().build();
        }
        locales.setLocale(request, response, wanted);
        return ResponseEntity.noContent().header("HX-Refresh", "true").build();
    }
}
