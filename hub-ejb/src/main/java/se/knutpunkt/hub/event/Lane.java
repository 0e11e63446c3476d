package se.knutpunkt.hub.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventWriter.Checked;

/**
 * Threads that bring an event each wait for a lock; the one that gets it writes for all who wait. So there is no thread of
 * its own to feed, and an event alone is written at once.
 */
final class Lane {
    private final ReentrantLock writing = new ReentrantLock();
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param write writes a group; answers for each in its order, and never throws for one of them
     * @throws RuntimeException what {@code write} threw for the whole group
     */
    Result take(Checked checked, Function<List<Checked>, List<Result>> write) {
        Waiting mine = new Waiting(checked);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.isDone()) {
                writeNext(write);
            }
        } finally {
            writing.unlock();
        }
        return mine.result();
    }

    /** How many wait to be written. */
    int waiting() {
        return waiting.size();
    }

    private void writeNext(Function<List<Checked>, List<Result>> write) {
        List<Waiting> group = new ArrayList<>();
        GroupSize size = new GroupSize();
        for (Waiting next = waiting.peek(); next != null && size.takes(next.checked); next = waiting.peek()) {
            group.add(Objects.requireNonNull(waiting.poll()));
        }
        try {
            List<Result> results =
                    write.apply(group.stream().map(one -> one.checked).toList());
            for (int i = 0; i < results.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error failed) {
            // whatever it was: who is taken out of the queue and told nothing would wait for ever
            RuntimeException told =
                    failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
            group.forEach(one -> one.failure = told);
        }
    }

    /** Guarded by the lock. */
    private static final class Waiting {
        private final Checked checked;
        private @Nullable Result result;
        private @Nullable RuntimeException failure;

        Waiting(Checked checked) {
            this.checked = checked;
        }

        boolean isDone() {
            return result != null || failure != null;
        }

        Result result() {
            if (failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(result);
        }
    }
}
