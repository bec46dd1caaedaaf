package io.tillsync.core.importing;

import io.tillsync.core.write.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Imports some rows that follow each other. Each round writes one commit; rows that hit what an earlier row of it changes come in the
 * next one, as does a row that was refused: the state it was judged on may have been that of a moment ago. Who is refused the same way
 * twice is rejected.
 */
final class Chunk {

    private final ImportSteps steps;
    private final List<Done> done = new ArrayList<>();
    private final List<Rejected> rejected = new ArrayList<>();

    private Chunk(ImportSteps steps) {
        this.steps = steps;
    }

    /** What has become of rows. */
    record Result(List<Done> done, List<Rejected> rejected) {}

    static Result apply(ImportSteps steps, List<Row> rows) {
        Chunk chunk = new Chunk(steps);
        List<Entry> open = new ArrayList<>();
        for (Row row : rows) {
            RowReader.Reading reading = steps.reader().read(row);
            if (reading.errors().isEmpty()) {
                open.add(Entry.of(reading.given()));
            } else {
                chunk.rejected.add(new Rejected(row, reading.errors()));
            }
        }
        open = chunk.pointed(chunk.takeReplayed(open));
        while (!open.isEmpty()) {
            open = chunk.round(open);
        }
        return chunk.stocked();
    }

    private List<Entry> takeReplayed(List<Entry> entries) {
        List<Entry> left = new ArrayList<>();
        for (Entry entry : entries) {
            steps.replay().take(entry).ifPresentOrElse(done::add, () -> left.add(entry));
        }
        return left;
    }

    private List<Entry> round(List<Entry> entries) {
        Plan plan = steps.planner().plan(entries);
        done.addAll(plan.unchanged());
        rejected.addAll(plan.rejected());
        List<Outcome> outcomes = steps.commits()
                .write(plan.edits().stream().map(Plan.Planned::edit).toList(), Optional.empty());
        List<Entry> refused = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            settle(plan.edits().get(i), outcomes.get(i), refused);
        }
        List<Entry> open = new ArrayList<>(plan.later());
        if (!refused.isEmpty()) {
            steps.names().forget();
            open.addAll(pointed(refused));
        }
        open.sort(Comparator.comparingLong(entry -> entry.row().number()));
        return open;
    }

    private void settle(Plan.Planned planned, Outcome outcome, List<Entry> again) {
        Entry entry = planned.entry();
        String id = planned.edit().id();
        switch (outcome) {
            case Outcome.Applied applied ->
                done.add(new Done(
                        entry.given(),
                        id,
                        applied.change().before().isEmpty() ? Done.Effect.CREATED : Done.Effect.UPDATED));
            case Outcome.Unchanged unchanged -> done.add(new Done(entry.given(), id, Done.Effect.UNCHANGED));
            case Outcome.Refused refusal -> {
                if (entry.refused().filter(refusal::equals).isPresent()) {
                    rejected.add(new Rejected(entry.row(), Refusals.explain(entry.row(), refusal, steps.reader())));
                } else {
                    again.add(entry.refusedBy(refusal));
                }
            }
        }
    }

    private List<Entry> pointed(List<Entry> entries) {
        Pointed pointed = Pointed.of(entries, steps.names());
        rejected.addAll(pointed.rejected());
        return pointed.entries();
    }

    private Result stocked() {
        Set<Long> set =
                steps.stock().map(stock -> stock.set(inOrder(), steps.replay())).orElse(Set.of());
        return new Result(
                done.stream()
                        .map(row -> set.contains(row.given().row().number()) ? row.alsoStocked() : row)
                        .toList(),
                rejected.stream()
                        .sorted(Comparator.comparingLong(one -> one.row().number()))
                        .toList());
    }

    private List<Done> inOrder() {
        return done.stream()
                .sorted(Comparator.comparingLong(row -> row.given().row().number()))
                .toList();
    }
}
