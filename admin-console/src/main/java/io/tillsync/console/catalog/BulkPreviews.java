package io.tillsync.console.catalog;

import io.tillsync.console.page.Formats;
import io.tillsync.console.values.Names;
import io.tillsync.console.values.ShownValues;
import io.tillsync.console.values.Titles;
import io.tillsync.core.bulk.BulkJob;
import io.tillsync.core.bulk.Preview;
import io.tillsync.core.read.Entities;
import io.tillsync.core.type.Field;
import io.tillsync.core.type.SystemFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Makes edits of many ready to be looked at. */
@Component
class BulkPreviews {

    private final Titles titles;
    private final Entities entities;
    private final MessageSource messages;

    BulkPreviews(Titles titles, Entities entities, MessageSource messages) {
        this.titles = titles;
        this.entities = entities;
        this.messages = messages;
    }

    /** One of those that would change. */
    record Sample(String title, String before, String after) {}

    List<Sample> of(TypeAt at, Field field, Preview preview, Formats formats) {
        List<Document> contents = new ArrayList<>();
        preview.first().forEach(sample -> {
            contents.add(sample.state());
            contents.add(new Document(field.name(), sample.after().value()));
        });
        Names names = titles.pointedToBy(at.place(), at.type(), contents);
        ShownValues shown = new ShownValues(formats, names, messages);
        return preview.first().stream()
                .map(sample -> new Sample(
                        Titles.of(at.type(), sample.state(), names),
                        text(shown, field, Optional.ofNullable(sample.state().get(field.name()))),
                        text(shown, field, Optional.ofNullable(sample.after().value()))))
                .toList();
    }

    private static String text(ShownValues shown, Field field, Optional<Object> value) {
        return value.map(present -> shown.text(field, present)).orElse("–");
    }

    /** Links to the first of those that were not changed. */
    List<Referrers.Link> leftAlone(TypeAt at, BulkJob job) {
        List<Document> states =
                List.copyOf(entities.find(at.log(), at.type(), job.leftAlone()).values());
        Names names = titles.pointedToBy(at.place(), at.type(), states);
        return states.stream()
                .map(state -> new Referrers.Link(Titles.of(at.type(), state, names), at.path(SystemFields.id(state))))
                .toList();
    }
}
