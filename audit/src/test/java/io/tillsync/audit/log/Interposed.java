package io.tillsync.audit.log;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
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

        /** What is to be written, of a bulk write or an insert of many. */
        List<?> documents();

        Object proceed() throws Throwable;

        /** Writes the first of the documents only. */
        Object proceedWithFirst(int count) throws Throwable;

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
            Object result = hooked ? hook.on(new Real(collection, real, method, args)) : invoke(real, method, args);
            if (result instanceof MongoCollection<?> made) {
                return wrapped(MongoCollection.class, made, made.getNamespace().getCollectionName(), hook);
            }
            return result instanceof MongoDatabase made ? wrapped(MongoDatabase.class, made, "", hook) : result;
        }));
    }

    @SuppressWarnings("ArrayRecordComponent") // as reflection gives them
    private record Real(String collection, Object target, Method called, Object[] args) implements Call {

        @Override
        public String method() {
            return called.getName();
        }

        @Override
        public List<?> documents() {
            return args[0] instanceof List<?> documents ? documents : List.of(args[0]);
        }

        @Override
        public Object proceed() throws Throwable {
            return invoke(target, called, args);
        }

        @Override
        public Object proceedWithFirst(int count) throws Throwable {
            Object[] fewer = args.clone();
            fewer[0] = documents().subList(0, count);
            return invoke(target, called, fewer);
        }
    }

    private static Object invoke(Object real, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(real, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
