package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;

/** A database with something between it and its user that can fail, wait or count. */
public final class Interposed {

    private static final Set<String> WRITES =
            Set.of("insertOne", "insertMany", "bulkWrite", "updateOne", "updateMany", "replaceOne", "deleteMany");
    private static final Set<String> READS = Set.of("find", "aggregate", "countDocuments");

    private Interposed() {}

    /** What happens instead of a call. */
    public interface Hook {
        Object on(Call call) throws Throwable;
    }

    /** A read or a write of a collection. */
    public interface Call {
        String collection();

        String method();

        Object proceed() throws Throwable;

        default boolean isWrite() {
            return WRITES.contains(method());
        }

        default boolean isAppend() {
            return collection().equals("commits") && isWrite();
        }
    }

    public static MongoDatabase over(MongoDatabase database, Hook hook) {
        return wrapped(MongoDatabase.class, database, "", hook);
    }

    private static <T> T wrapped(Class<T> type, T real, String collection, Hook hook) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            boolean hooked = real instanceof MongoCollection<?>
                    && (WRITES.contains(method.getName()) || READS.contains(method.getName()));
            Object result = hooked
                    ? hook.on(call(collection, method.getName(), () -> invoke(real, method, args)))
                    : invoke(real, method, args);
            if (result instanceof MongoCollection<?> made) {
                return wrapped(MongoCollection.class, made, made.getNamespace().getCollectionName(), hook);
            }
            return result instanceof MongoDatabase made ? wrapped(MongoDatabase.class, made, "", hook) : result;
        }));
    }

    private interface Real {
        Object call() throws Throwable;
    }

    private static Call call(String collection, String method, Real real) {
        return new Call() {
            @Override
            public String collection() {
                return collection;
            }

            @Override
            public String method() {
                return method;
            }

            @Override
            public Object proceed() throws Throwable {
                return real.call();
            }
        };
    }

    private static Object invoke(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
