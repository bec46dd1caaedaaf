package io.tillsync.console.login;

import io.tillsync.console.mode.Mode;
import io.tillsync.console.page.Visitors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page to log in by; what it sends is taken by Spring Security. */
@Controller
class LogInController {

    private final Mode mode;

    LogInController(Mode mode) {
        this.mode = mode;
    }

    @GetMapping("/login")
    String logIn(
            @RequestParam(defaultValue = "/") String next, @RequestParam(defaultValue = "") String name, Model model) {
        if (Visitors.current().isPresent()) {
            return "redirect:" + LocalAddress.of(next);
        }
        model.addAttribute("next", LocalAddress.of(next));
        model.addAttribute("name", name.isEmpty() && mode.isDemo() ? "manager" : name);
        return "login/login";
    }
}
