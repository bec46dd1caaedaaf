package io.tillsync.console.audit;

import io.tillsync.audit.log.ChainCheck;
import io.tillsync.audit.log.Change;
import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Commits;
import io.tillsync.audit.log.History;
import io.tillsync.audit.log.LogId;
import io.tillsync.audit.log.Outline;
import io.tillsync.audit.log.Outline.Touched;
import io.tillsync.audit.log.Seq;
import io.tillsync.audit.search.Source;
import io.tillsync.console.page.Formats;
import io.tillsync.console.page.NoSuchPage;
import io.tillsync.console.page.NotAllowed;
import io.tillsync.console.page.Place;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One commit: what it changed, who made it, and how it stands in its log. */
@Controller
class CommitController {

    private static final int PAGE = 20;

    private final AuditLogs logs;
    private final Commits commits;
    private final ChainCheck chain;
    private final CommitViews views;
    private final RawCommits raw;
    private final History history;
    private final LogNames names;

    CommitController(
            AuditLogs logs,
            Commits commits,
            ChainCheck chain,
            CommitViews views,
            RawCommits raw,
            History history,
            LogNames names) {
        this.logs = logs;
        this.commits = commits;
        this.chain = chain;
        this.views = views;
        this.raw = raw;
        this.history = history;
        this.names = names;
    }

    /** A commit, with those of its changes that the visitor may see. */
    private record Seen(Commit commit, List<Change> changes, boolean isOfWholeLog) {

        Outline outline() {
            return Outline.of(commit).touching(changes.stream().map(Touched::of).toList());
        }
    }

    private Seen seen(Place place, String log, long seq) {
        NotAllowed.unless(place.permissions().mayAudit());
        Source source = logs.find(place, log).orElseThrow(NoSuchPage::new);
        Commit commit = commits.find(source.log(), new Seq(seq)).orElseThrow(NoSuchPage::new);
        List<Change> changes = commit.changes().stream().filter(source::shows).toList();
        if (changes.isEmpty() && !source.isWhole()) {
            throw new NoSuchPage();
        }
        return new Seen(commit, changes, source.isWhole());
    }

    @GetMapping("/s/{store}/audit/{log}/{seq:[0-9]{1,12}}")
    String commit(Place place, Formats show, @PathVariable String log, @PathVariable long seq, Model model) {
        Seen seen = seen(place, log, seq);
        model.addAttribute("entry", views.entry(place, show, seen.outline(), seen.changes()));
        model.addAttribute("commit", seen.commit());
        model.addAttribute("total", seen.changes().size());
        model.addAttribute("isIntact", chain.isIntact(seen.commit()));
        addNeighbours(place, seen, model);
        model.addAttribute("logName", names.of(show, place, seen.commit().log()));
        model.addAttribute("rawAddress", EntryViews.address(place, seen.commit().log(), seq) + "/raw");
        addChanges(place, show, seen, 0, model);
        return "audit/commit";
    }

    /** Those of a log that may be seen whole; in another one they may be somebody else's. */
    private void addNeighbours(Place place, Seen seen, Model model) {
        LogId log = seen.commit().log();
        long seq = seen.commit().seq().value();
        if (!seen.isOfWholeLog()) {
            return;
        }
        if (seq > 1) {
            model.addAttribute("earlier", EntryViews.address(place, log, seq - 1));
        }
        if (history.at(log, new Seq(seq + 1)).isPresent()) {
            model.addAttribute("later", EntryViews.address(place, log, seq + 1));
        }
    }

    @GetMapping("/s/{store}/audit/{log}/{seq:[0-9]{1,12}}/changes")
    String changes(
            Place place,
            Formats show,
            @PathVariable String log,
            @PathVariable long seq,
            @RequestParam(defaultValue = "0") int from,
            Model model) {
        addChanges(place, show, seen(place, log, seq), Math.max(0, from), model);
        return "audit/commit :: changes";
    }

    private void addChanges(Place place, Formats show, Seen seen, int from, Model model) {
        List<Change> page = seen.changes().stream().skip(from).limit(PAGE).toList();
        model.addAttribute("changes", views.changes(place, show, seen.commit(), page));
        int end = from + page.size();
        if (end < seen.changes().size()) {
            model.addAttribute("left", seen.changes().size() - end);
            model.addAttribute(
                    "next",
                    EntryViews.address(
                                    place,
                                    seen.commit().log(),
                                    seen.commit().seq().value()) + "/changes?from=" + end);
        }
    }

    @GetMapping("/s/{store}/audit/{log}/{seq:[0-9]{1,12}}/raw")
    String raw(Place place, @PathVariable String log, @PathVariable long seq, Model model) {
        Seen seen = seen(place, log, seq);
        model.addAttribute("json", raw.json(seen.commit(), seen.changes(), seen.isOfWholeLog()));
        return "audit/commit :: raw";
    }
}
