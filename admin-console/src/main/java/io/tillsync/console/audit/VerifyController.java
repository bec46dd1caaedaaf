package io.tillsync.console.audit;

import io.tillsync.audit.log.ChainCheck;
import io.tillsync.audit.log.ChainCheck.Checked;
import io.tillsync.audit.log.History;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.search.Source;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Verifies the chains of the logs at a place. Each answer says how far it is, and has the browser ask for the next part: so the progress
 * is true, any process can give the next part, and whoever leaves the screen stops it.
 */
@Controller
class VerifyController {

    private static final Duration PART = Duration.ofMillis(500);

    private final AuditLogs logs;
    private final History history;
    private final ChainCheck chain;
    private final LogNames names;

    VerifyController(AuditLogs logs, History history, ChainCheck chain, LogNames names) {
        this.logs = logs;
        this.history = history;
        this.chain = chain;
        this.names = names;
    }

    /**
     * How one log stands.
     *
     * @param end where it is to be verified up to
     */
    record Standing(LogId log, String name, Seq end, Checked checked) {

        public boolean isDone() {
            return checked.fault().isPresent() || !end.isAfter(checked.seq());
        }

        public boolean isFaulty() {
            return checked.fault().isPresent();
        }

        public boolean isBegun() {
            return !checked.seq().equals(Seq.START) || isFaulty();
        }

        /** By which the text of its fault is found. */
        public String faultWord() {
            return checked.fault()
                    .map(fault -> fault.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .orElse("");
        }

        public long faultSeq() {
            return checked.fault().map(fault -> fault.seq().value()).orElse(0L);
        }

        /** As the browser sends it back. */
        public String encoded() {
            return VerifyState.encoded(end, checked);
        }
    }

    @GetMapping("/s/{store}/audit/verify")
    String screen(Place place, Formats show, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        add(beginning(place, show), model);
        model.addAttribute("isRunning", false);
        return "audit/verify";
    }

    /** Goes on with the first log that is not done; without a state, begins. */
    @PostMapping("/s/{store}/audit/verify")
    String part(Place place, Formats show, @RequestParam(defaultValue = "") List<String> state, Model model) {
        NotAllowed.unless(place.permissions().mayAudit());
        List<Standing> before = beginning(place, show);
        List<Standing> resumed = state.size() == before.size()
                ? IntStream.range(0, state.size())
                        .mapToObj(i -> resumed(before.get(i), state.get(i)))
                        .toList()
                : before;
        Optional<Standing> open = resumed.stream().filter(one -> !one.isDone()).findFirst();
        List<Standing> after = resumed.stream()
                .map(one -> open.filter(one::equals).isPresent() ? checked(one) : one)
                .toList();
        add(after, model);
        model.addAttribute("isRunning", after.stream().anyMatch(one -> !one.isDone()));
        return "audit/verify :: standings";
    }

    private List<Standing> beginning(Place place, Formats show) {
        List<LogId> all = logs.of(place).stream().map(Source::log).toList();
        Map<LogId, Seq> heads = history.heads(all);
        return all.stream()
                .map(log -> new Standing(
                        log, names.of(show, place, log), heads.getOrDefault(log, Seq.START), Checked.NOTHING))
                .toList();
    }

    private static Standing resumed(Standing beginning, String state) {
        return VerifyState.parse(state)
                .map(held -> new Standing(beginning.log(), beginning.name(), held.end(), held.checked()))
                .orElse(beginning);
    }

    private Standing checked(Standing open) {
        return new Standing(
                open.log(), open.name(), open.end(), chain.check(open.log(), open.checked(), open.end(), PART));
    }

    private static void add(List<Standing> standings, Model model) {
        model.addAttribute("standings", standings);
        model.addAttribute(
                "total", standings.stream().mapToLong(one -> one.end().value()).sum());
        model.addAttribute(
                "done",
                standings.stream()
                        .mapToLong(one -> one.isFaulty()
                                ? one.end().value()
                                : one.checked().seq().value())
                        .sum());
        model.addAttribute(
                "faults", standings.stream().filter(Standing::isFaulty).count());
        model.addAttribute("isDone", standings.stream().allMatch(Standing::isDone));
    }
}
