package io.tillsync.sync.entity;

import static io.tillsync.sync.fixture.Api.fields;

import io.tillsync.sync.fixture.Answer;
import io.tillsync.sync.fixture.Api;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a request says which version it is based on. */
enum Way {
    BODY(409) {
        @Override
        Answer send(Api api, String method, String path, long version, Map<String, @Nullable Object> fields) {
            Map<String, @Nullable Object> body = fields("syncVersion", version);
            body.putAll(fields);
            return api.send(method, path, body);
        }
    },
    PARAMETER(409) {
        @Override
        Answer send(Api api, String method, String path, long version, Map<String, @Nullable Object> fields) {
            return api.send(
                    method,
                    path + (path.contains("?") ? "&" : "?") + "syncVersion=" + version,
                    fields.isEmpty() ? "" : fields);
        }
    },
    IF_MATCH(412) {
        @Override
        Answer send(Api api, String method, String path, long version, Map<String, @Nullable Object> fields) {
            return api.ifMatch(version).send(method, path, fields.isEmpty() ? "" : fields);
        }
    };

    private final int conflict;

    Way(int conflict) {
        this.conflict = conflict;
    }

    /** The status of a refusal of a version that came in this way. */
    int conflict() {
        return conflict;
    }

    abstract Answer send(Api api, String method, String path, long version, Map<String, @Nullable Object> fields);

    Answer send(Api api, String method, String path, long version) {
        return send(api, method, path, version, Map.of());
    }
}
