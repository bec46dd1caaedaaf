package io.tillsync.console.home;

import io.tillsync.console.mode.Mode;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@Controller
class HomeController {

    private final Mode mode;

    HomeController(Mode mode) {
        this.mode = mode;
    }

    @GetMapping("/")
    String home(Model model) {
        Tries tries = new Tries(
                ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString());
        model.addAttribute("mode", mode);
        model.addAttribute("logIn", tries.logIn(mode.isDemo() ? "manager" : "USERNAME", "PASSWORD"));
        model.addAttribute("list", tries.list("coffee"));
        return "home/home";
    }
}
