package io.tillsync.core.tenancy;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.tillsync.audit.log.Sha256;
import io.tillsync.audit.log.States;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Bearer tokens, in the collection {@code tokens} under their SHA-256: who reads the database can call as nobody.
 *
 * <p>What a token says never changes, so a terminal's is read once. A user's can be ended by logging out, in another process too: what is
 * known of it is at most a second old.
 */
@Component
final class Tokens {

    private static final Pattern FORM = Pattern.compile("ts[ut]_[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;
    private static final int MOST_KNOWN = 50_000;

    private final SecureRandom random = new SecureRandom();
    private final MongoCollection<Document> tokens;
    private final Cache<String, Token> ofTerminals = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .executor(Runnable::run)
            .build();
    private final Cache<String, Token> ofUsers = Caffeine.newBuilder()
            .maximumSize(MOST_KNOWN)
            .expireAfterWrite(Duration.ofSeconds(1))
            .executor(Runnable::run)
            .build();

    Tokens(MongoDatabase database) {
        this.tokens = database.withCodecRegistry(States.CODECS).getCollection("tokens");
    }

    /**
     * What a token stands for, as long as its subject has that credential.
     *
     * @param expiresAt empty for a terminal's, which lasts until another one is given or it is revoked
     */
    record Token(Subject subject, String credential, Optional<Instant> expiresAt) {

        boolean isValidAt(Instant time) {
            return expiresAt.isEmpty() || expiresAt.get().isAfter(time);
        }
    }

    /** Keeps a token, and gives its secret text, which nobody is told again. */
    String issue(Token token, Instant now) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String text = prefix(token.subject().kind())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Document document = new Document("_id", hash(text))
                .append("kind", token.subject().kind().name())
                .append("subject", token.subject().id())
                .append("credential", token.credential())
                .append("createdAt", now);
        token.expiresAt().ifPresent(end -> document.append("expiresAt", end));
        tokens.insertOne(document);
        return text;
    }

    /** So that a token that turns up where it should not is known for what it is. */
    private static String prefix(Subject.Kind kind) {
        return switch (kind) {
            case USER -> "tsu_";
            case TERMINAL -> "tst_";
        };
    }

    Optional<Token> find(String text) {
        return FORM.matcher(text).matches()
                ? Optional.ofNullable(known(text).get(hash(text), this::read))
                : Optional.empty();
    }

    private Cache<String, Token> known(String text) {
        return text.startsWith(prefix(Subject.Kind.USER)) ? ofUsers : ofTerminals;
    }

    /** Those that there are none of are not remembered. */
    private @Nullable Token read(String hash) {
        return Optional.ofNullable(tokens.find(Filters.eq("_id", hash)).first())
                .map(Tokens::token)
                .orElse(null);
    }

    private static Token token(Document document) {
        return new Token(
                new Subject(Subject.Kind.valueOf(document.getString("kind")), document.getString("subject")),
                document.getString("credential"),
                Optional.ofNullable(document.get("expiresAt", Instant.class)));
    }

    /** Ends a token: forgets it after it is gone from the database, and after whoever is just reading it. */
    void end(String text) {
        String hash = hash(text);
        tokens.deleteOne(Filters.eq("_id", hash));
        known(text).invalidate(hash);
    }

    static String hash(String text) {
        return HexFormat.of().formatHex(Sha256.of(text.getBytes(US_ASCII)));
    }

    void createIndexes() {
        tokens.createIndex(Indexes.ascending("expiresAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }
}
