package io.tillsync.console.page;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The languages that all texts are there in; the first is that of who asks for none of them. */
@Component
public class Languages {

    private static final List<Locale> ALL = List.of(Locale.ENGLISH, Locale.GERMAN);

    public List<Locale> all() {
        return ALL;
    }
}
