package io.tillsync.sync.problem;

import static io.tillsync.sync.problem.ProblemCode.INTERNAL_ERROR;
import static io.tillsync.sync.problem.ProblemCode.NOT_FOUND;
import static io.tillsync.sync.problem.ProblemCode.UNAVAILABLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketOpenException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.server.ResponseStatusException;

class FaultsTest {
    private static final ServerAddress SERVER = new ServerAddress("hidden-host");

    static Stream<Arguments> faults() {
        var refused = new MongoCommandException(BsonDocument.parse("{ok: 0, code: 2, errmsg: 'bad'}"), SERVER);
        var timeout = new MongoTimeoutException("hidden-host");
        return Stream.of(
                arguments(timeout, UNAVAILABLE),
                arguments(new MongoSocketOpenException("hidden-host", SERVER, new java.io.IOException()), UNAVAILABLE),
                arguments(new MongoNotPrimaryException(new BsonDocument(), SERVER), UNAVAILABLE),
                arguments(new MongoException("unknown"), UNAVAILABLE),
                arguments(new RejectedExecutionException(), UNAVAILABLE),
                arguments(new AuthenticationServiceException("token lookup", timeout), UNAVAILABLE),
                arguments(new IllegalStateException(new RuntimeException(timeout)), UNAVAILABLE),
                arguments(
                        new IllegalStateException(Problem.of(NOT_FOUND, "gone").toException()), NOT_FOUND),
                arguments(new ResponseStatusException(org.springframework.http.HttpStatus.NOT_FOUND), NOT_FOUND),
                arguments(refused, INTERNAL_ERROR),
                arguments(new NullPointerException("secret"), INTERNAL_ERROR),
                arguments(new StackOverflowError(), INTERNAL_ERROR));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void tellsPassingFaultsFromLastingOnes(Throwable fault, ProblemCode code) {
        var problem = Faults.problemFor(fault, "GET /");

        assertThat(problem.code()).isEqualTo(code);
        assertThat(problem.detail()).doesNotContain("secret", "hidden-host");
    }

    @Test
    void endsWhereCausesFormARing() {
        var one = new IllegalStateException("one");
        one.initCause(new IllegalStateException("two", one));

        assertThat(Faults.problemFor(one, "GET /").code()).isEqualTo(INTERNAL_ERROR);
    }
}
