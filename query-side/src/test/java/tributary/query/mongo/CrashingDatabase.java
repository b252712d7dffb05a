package tributary.query.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;

/// A database that takes so many writes, after which whoever writes is as good as dead.
final class CrashingDatabase {
    private CrashingDatabase() {}

    static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    static MongoDatabase after(MongoDatabase database, int writes) {
        return wrapped(MongoDatabase.class, database, new AtomicInteger(writes));
    }

    private static <T> T wrapped(Class<T> type, T real, AtomicInteger left) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (isWrite(method.getName()) && left.getAndDecrement() <= 0) throw new Crash();
                    try {
                        var result = method.invoke(real, arguments);
                        return result instanceof MongoCollection<?> collection
                                ? wrapped(MongoCollection.class, collection, left)
                                : result;
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private static boolean isWrite(String method) {
        return method.startsWith("update")
                || method.startsWith("replace")
                || method.startsWith("delete")
                || method.startsWith("insert")
                || method.startsWith("bulk");
    }
}
