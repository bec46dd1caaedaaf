package io.tillsync.audit.log;

import java.time.Instant;
import org.bson.BsonDocument;

/**
 * The hash chain of a log: each commit's hash covers its own content and the hash of the commit before it, so that no commit can be
 * altered, dropped or put in between afterwards without every later hash telling so.
 *
 * <p>The canonical form that is hashed is the commit's BSON document without its {@code hash}, fields in the order they are stored in.
 */
public final class Chain {

    private Chain() {}

    /**
     * The commit that the draft becomes behind the head.
     *
     * @param batch the position of the first commit of the insert that it is part of
     * @param now the server's time; the head's is taken where the clock has gone back
     */
    public static Commit link(Head head, Seq batch, Draft draft, Instant now) {
        Commit open = new Commit(
                head.log(),
                head.seq().next(),
                batch,
                head.timeOfNext(now),
                draft.actor(),
                draft.origin(),
                draft.operation(),
                draft.event(),
                draft.note(),
                draft.request(),
                draft.changes(),
                draft.counts(),
                head.hash(),
                Hash.NONE);
        return CommitDocuments.withHash(open, hash(open));
    }

    private static Hash hash(Commit commit) {
        return Hash.of(Sha256.of(CommitDocuments.canonical(commit)));
    }

    /** The hash that a commit has by what is stored of it, whatever that is. */
    static Hash hash(BsonDocument stored) {
        return Hash.of(Sha256.of(CommitDocuments.canonical(stored)));
    }
}
