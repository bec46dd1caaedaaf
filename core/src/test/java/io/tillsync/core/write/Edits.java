package io.tillsync.core.write;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Edits in few words; fields as name, value, name, value. */
public final class Edits {

    private Edits() {}

    public static Edit.Create create(String type, String id, Object... fields) {
        return new Edit.Create(type, id, fields(fields));
    }

    public static Edit.Create product(String id, Object... fields) {
        Map<String, Object> all = fields(fields);
        all.putIfAbsent("name", "Product " + id);
        all.putIfAbsent("price", BigDecimal.ONE);
        return new Edit.Create("products", id, all);
    }

    public static Edit.Create category(String id, Object... fields) {
        Map<String, Object> all = fields(fields);
        all.putIfAbsent("name", "Category " + id);
        return new Edit.Create("categories", id, all);
    }

    public static Edit.Create label(String id, Object... fields) {
        Map<String, Object> all = fields(fields);
        all.putIfAbsent("name", "Label " + id);
        return new Edit.Create("labels", id, all);
    }

    public static Edit.Patch patch(String type, String id, long version, Object... fields) {
        return new Edit.Patch(type, id, Base.version(version), fields(fields));
    }

    public static Edit.Patch merge(String type, String id, long version, Object... fields) {
        return new Edit.Patch(type, id, Base.version(version).merging(), fields(fields));
    }

    public static Edit.Patch patchAny(String type, String id, Object... fields) {
        return new Edit.Patch(type, id, Base.any(), fields(fields));
    }

    public static Edit.Replace replace(String type, String id, long version, Object... fields) {
        return new Edit.Replace(type, id, Base.version(version), fields(fields));
    }

    public static Edit.Delete delete(String type, String id, long version) {
        return new Edit.Delete(type, id, Base.version(version));
    }

    public static Edit.Restore restore(String type, String id, long version) {
        return new Edit.Restore(type, id, Base.version(version));
    }

    public static BigDecimal number(String value) {
        return new BigDecimal(value);
    }

    private static Map<String, Object> fields(Object... fields) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put((String) fields[i], fields[i + 1]);
        }
        return named;
    }
}
