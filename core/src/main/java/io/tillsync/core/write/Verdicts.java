package io.tillsync.core.write;

import io.tillsync.audit.log.Change;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import io.tillsync.core.write.Outcome.Refused;
import io.tillsync.core.write.Outcome.Withheld;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides what becomes of a whole request: edit by edit, and whether the unique values of its changes are free. */
final class Verdicts {

    private final Judge judge;

    Verdicts(Judge judge) {
        this.judge = judge;
    }

    /** One outcome for each edit; what was applied is in the view. */
    List<Outcome> judge(ChangeRequest request, View view, NextState next) {
        if (!request.apart()) {
            return together(request.edits(), request.home(), view, next);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Edit edit : request.edits()) {
            outcomes.add(alone(edit, request.home(), view, next));
        }
        return outcomes;
    }

    /** What becomes of an edit that stands for itself; what was applied is in the view. */
    Outcome alone(Edit edit, Home home, View view, NextState next) {
        return together(List.of(edit), home, view, next).getFirst();
    }

    private List<Outcome> together(List<Edit> edits, Home home, View view, NextState next) {
        View own = view.above();
        List<Outcome> outcomes = new ArrayList<>();
        for (Edit edit : edits) {
            Outcome outcome = judge.judge(edit, home, own, next);
            if (outcome instanceof Applied applied) {
                own.apply(applied.change());
            }
            outcomes.add(outcome);
        }
        List<Outcome> claimed = refuseDuplicate(outcomes, own);
        if (claimed.stream().anyMatch(Refused.class::isInstance)) {
            return claimed.stream()
                    .map(outcome -> outcome instanceof Applied ? new Withheld() : outcome)
                    .toList();
        }
        own.settle();
        return claimed;
    }

    private static List<Outcome> refuseDuplicate(List<Outcome> outcomes, View own) {
        Optional<View.Claim> taken = own.claim(changes(outcomes));
        if (taken.isEmpty()) {
            return outcomes;
        }
        View.Claim claim = taken.get();
        DuplicateValue duplicate = new DuplicateValue(claim.unique().field(), claim.value(), claim.holderId());
        return outcomes.stream()
                .map(outcome -> outcome instanceof Applied applied && isSame(applied.change(), claim.change())
                        ? duplicate
                        : outcome)
                .toList();
    }

    private static boolean isSame(Change one, Change other) {
        return one.entityType().equals(other.entityType()) && one.entityId().equals(other.entityId());
    }

    static List<Change> changes(List<Outcome> outcomes) {
        return outcomes.stream()
                .filter(Applied.class::isInstance)
                .map(outcome -> ((Applied) outcome).change())
                .toList();
    }
}
