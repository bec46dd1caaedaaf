package io.tillsync.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.DocumentComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTest {

    private static final Random RANDOM = new Random(7);

    private static Document document(int id) {
        Document state = new Document();
        if (RANDOM.nextInt(4) > 0) {
            state.append("name", "n" + RANDOM.nextInt(20));
        }
        return new Document("_id", id).append("current", new Document("state", state));
    }

    private static List<Document> some() {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            documents.add(document(i));
        }
        return documents;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -1})
    void sortsAsTheLibraryDoes(int direction) {
        Document orderBy = new Document("current.state.name", direction).append("_id", direction);
        List<Document> documents = some();

        assertThat(Order.of(orderBy).sort(documents.stream()))
                .containsExactlyElementsOf(documents.stream()
                        .sorted(new DocumentComparator(orderBy))
                        .toList());
    }

    @Test
    void leavesTheOrderOfArrivalToTheLibrary() {
        assertThat(Order.isByFields(new Document("$natural", 1))).isFalse();
        assertThat(Order.isByFields(new Document())).isFalse();
        assertThat(Order.isByFields(null)).isFalse();
    }
}
