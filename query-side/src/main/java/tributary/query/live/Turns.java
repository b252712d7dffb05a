package tributary.query.live;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Who may touch a ledger when: one who changes it, or several who read.
final class Turns {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /// Does work that changes something, alone.
    <T> T alone(Supplier<T> work) {
        return holding(lock.writeLock(), work);
    }

    /// Does work that changes something, alone, if that can be at once.
    void aloneIfFree(Runnable work) {
        if (!lock.writeLock().tryLock()) return;
        try {
            work.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    /// Does work that only reads, beside others who read.
    <T> T reading(Supplier<T> work) {
        return holding(lock.readLock(), work);
    }

    /// Does work that only reads, once something is ready; if it is not, makes it so alone, and lets nobody change
    /// anything in between.
    <T> T reading(BooleanSupplier ready, Runnable makeReady, Supplier<T> work) {
        lock.readLock().lock();
        try {
            if (!ready.getAsBoolean()) {
                lock.readLock().unlock();
                lock.writeLock().lock();
                try {
                    if (!ready.getAsBoolean()) makeReady.run();
                } finally {
                    lock.readLock().lock();
                    lock.writeLock().unlock();
                }
            }
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    private static <T> T holding(Lock lock, Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
