package io.tillsync.sync.push;

import io.tillsync.audit.log.Commit;
import io.tillsync.audit.log.Seq;
import io.tillsync.core.read.Cursor;

/**
 * That a log has moved from one position to another, without saying what changed.
 *
 * @param from before the first commit covered
 * @param to at the last one
 */
record Notice(Cursor from, Cursor to) {

    static Notice of(Commit commit) {
        Cursor from = new Cursor(
                commit.log(),
                new Seq(commit.seq().value() - 1),
                commit.previous().prefix());
        return new Notice(from, Cursor.at(commit));
    }

    Notice until(Notice later) {
        return new Notice(from, later.to);
    }
}
