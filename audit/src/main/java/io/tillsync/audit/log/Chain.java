package io.tillsync.audit.log;

import static java.time.temporal.ChronoUnit.MILLIS;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
        Instant at = now.isBefore(head.at()) ? head.at() : now.truncatedTo(MILLIS);
        Commit open = new Commit(
                head.log(),
                head.seq().next(),
                batch,
                at,
                draft.actor(),
                draft.origin(),
                draft.operation(),
                draft.event(),
                draft.note(),
                draft.changes(),
                draft.counts(),
                head.hash(),
                Hash.NONE);
        return CommitDocuments.withHash(open, hash(open));
    }

    private static Hash hash(Commit commit) {
        return Hash.of(sha256().digest(CommitDocuments.canonical(commit)));
    }

    /** The hash that a commit has by what is stored of it, whatever that is. */
    static Hash hash(BsonDocument stored) {
        return Hash.of(sha256().digest(CommitDocuments.canonical(stored)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
