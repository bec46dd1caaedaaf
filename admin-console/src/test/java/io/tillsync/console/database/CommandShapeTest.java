package io.tillsync.console.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;

class CommandShapeTest {

    private static CommandShape of(String kind, String command) {
        return CommandShape.of(kind, BsonDocument.parse(command));
    }

    @Test
    void tellsWhatAFindLooksForWithoutItsValues() {
        CommandShape shape = of(
                "find",
                "{find: 'customers', filter: {'current.state.email': 'ada@example.com', _id: {$in: ['a', 'b', 'c']}}, sort: {_id: -1}}");

        assertThat(shape.name()).isEqualTo("find customers");
        assertThat(shape.text()).isEqualTo("filter {current.state.email: ?, _id: {$in: [? × 3]}}, sort {_id: -1}");
    }

    @Test
    void tellsNothingOfWhatIsInserted() {
        assertThat(of("insert", "{insert: 'commits', documents: [{_id: 'secret'}]}"))
                .isEqualTo(new CommandShape("insert commits", ""));
    }

    @Test
    void knowsTheCollectionOfACommandThatGoesOn() {
        assertThat(of("getMore", "{getMore: {$numberLong: '7'}, collection: 'products'}")
                        .name())
                .isEqualTo("getMore products");
    }

    @Test
    void doesNotLookIntoWhatIsUpdated() {
        assertThat(of("update", "{update: 'products', updates: [{q: {_id: 'x'}, u: {$set: {name: 'y'}}}]}"))
                .isEqualTo(new CommandShape("update products", ""));
    }
}
