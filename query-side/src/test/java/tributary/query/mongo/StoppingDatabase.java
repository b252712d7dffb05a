package tributary.query.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/// A database that takes some writes and none after them, as if the process had ended there.
final class StoppingDatabase implements InvocationHandler {
    private static final Set<String> WRITES =
            Set.of("bulkWrite", "insertOne", "insertMany", "updateOne", "replaceOne", "deleteMany", "findOneAndUpdate");

    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final Object inner;
    private final AtomicInteger left;

    private StoppingDatabase(Object inner, AtomicInteger left) {
        this.inner = inner;
        this.left = left;
    }

    static MongoDatabase after(int writes, MongoDatabase inner) {
        return proxy(MongoDatabase.class, inner, new AtomicInteger(writes));
    }

    private static <T> T proxy(Class<T> kind, Object inner, AtomicInteger left) {
        return kind.cast(Proxy.newProxyInstance(
                kind.getClassLoader(), new Class<?>[] {kind}, new StoppingDatabase(inner, left)));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (WRITES.contains(method.getName()) && left.getAndDecrement() <= 0) throw new Stopped();
        try {
            var answer = method.invoke(inner, arguments);
            return method.getName().equals("getCollection") ? proxy(MongoCollection.class, answer, left) : answer;
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }
}
