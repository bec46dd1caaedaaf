package io.tillsync.core.write;

import static io.tillsync.core.write.Edits.category;
import static io.tillsync.core.write.Edits.delete;
import static io.tillsync.core.write.Edits.product;
import static io.tillsync.core.write.TestProcess.BUSINESS;
import static io.tillsync.core.write.TestProcess.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoDatabase;
import io.tillsync.audit.log.Interposed;
import io.tillsync.audit.log.Interposed.Call;
import io.tillsync.audit.log.OnEveryStore;
import io.tillsync.audit.log.Store;
import io.tillsync.audit.log.TestMongo;
import io.tillsync.core.write.Outcome.Applied;
import io.tillsync.core.write.Outcome.DuplicateValue;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The answer to an append is lost, and the append itself arrives, now or later. */
@OnEveryStore
@Timeout(60)
class LateAppendsIT {

    private final TestMongo mongo;
    private final MongoDatabase database;

    LateAppendsIT(Store store) {
        mongo = store.open();
        database = mongo.database();
    }

    @AfterEach
    void close() {
        Agreement.check(database, BUSINESS);
        mongo.close();
    }

    @Test
    void anAnswerThatWasLostIsFoundInTheLog() {
        AtomicInteger lost = new AtomicInteger();
        TestProcess process = TestProcess.over(Interposed.over(database, call -> {
            Object answer = call.proceed();
            if (call.isAppend() && lost.getAndIncrement() % 2 == 0) {
                throw lostAnswer();
            }
            return answer;
        }));

        assertThat(process.write(product("p", "sku", "a"), category("c")).outcomes())
                .allMatch(Applied.class::isInstance);
        assertThat(Together.write(
                        process, request(product("q")), request(product("r")), request(delete("products", "p", 1))))
                .extracting(Outcome.Result::only)
                .allMatch(Applied.class::isInstance);
        assertThat(process.log()).hasSize(4);
    }

    /** An append that is on its way while its writer has already lost hope. */
    private static final class Delayed {
        private final AtomicReference<Call> underway = new AtomicReference<>();
        private final AtomicInteger appends = new AtomicInteger();
        private boolean arrivesBeforeTheSecond;

        private Object on(Call call) throws Throwable {
            if (!call.isAppend()) {
                return call.proceed();
            }
            if (appends.incrementAndGet() == 1) {
                underway.set(call);
                throw lostAnswer();
            }
            if (arrivesBeforeTheSecond) {
                arrive();
            }
            return call.proceed();
        }

        private void arrive() {
            Call call = underway.getAndSet(null);
            if (call != null) {
                try {
                    call.proceed();
                } catch (Throwable e) {
                    assertThat(e).hasMessageContaining("11000");
                }
            }
        }
    }

    @Test
    void anAppendThatArrivesAfterItsWriterHasLookedIsTakenForWhatItIs() {
        Delayed delayed = new Delayed();
        delayed.arrivesBeforeTheSecond = true;
        TestProcess process = TestProcess.over(Interposed.over(database, delayed::on));

        List<Outcome.Result> results = Together.write(
                process, request(product("p", "sku", "a")), request(product("q", "sku", "b")), request(category("c")));

        assertThat(results).extracting(Outcome.Result::only).allMatch(Applied.class::isInstance);
        assertThat(process.log()).hasSize(3);
    }

    @Test
    void anAppendThatArrivesAfterASecondTryChangesNothing() {
        Delayed delayed = new Delayed();
        TestProcess process = TestProcess.over(Interposed.over(database, delayed::on));

        Together.write(process, request(product("p", "sku", "a")), request(product("q", "sku", "b")));
        delayed.arrive();

        assertThat(process.log()).hasSize(2);
        assertThat(process.edit(product("r", "sku", "B"))).isInstanceOf(DuplicateValue.class);
    }

    @Test
    void anAppendThatArrivesAfterItsWriterGaveUpIsWholeAndDoneOnce() {
        Delayed delayed = new Delayed();
        TestProcess slow = TestProcess.impatient(Interposed.over(database, call -> {
            if (delayed.appends.get() > 0) {
                throw lostAnswer();
            }
            return delayed.on(call);
        }));
        ChangeRequest asked = request(product("p", "sku", "a"), product("q", "sku", "b"));
        assertThatThrownBy(() -> slow.writers.write(asked)).isInstanceOf(Unavailable.class);
        delayed.arrive();

        TestProcess other = TestProcess.over(database);
        assertThat(other.edit(product("r", "sku", "A"))).isInstanceOf(DuplicateValue.class);
        assertThat(other.writers.write(asked).outcomes()).allMatch(Applied.class::isInstance);
        assertThat(other.log()).hasSize(1);
    }

    private static MongoSocketReadException lostAnswer() {
        return new MongoSocketReadException("the answer was lost", new ServerAddress());
    }
}
