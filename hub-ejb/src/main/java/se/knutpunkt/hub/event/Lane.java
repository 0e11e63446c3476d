package se.knutpunkt.hub.event;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventWriter.Checked;

/**
 * Threads that bring an event each stand in a queue; the first of it writes for all who stand there, wakes them, and makes
 * the next in the queue the first. So there is no thread of its own to feed, an event alone is written at once, and whoever
 * is written for goes on without waiting for a lock behind those who came later.
 */
final class Lane {
    /** Guarded by itself, as is {@link #led}. */
    private final Queue<Waiting> waiting = new ArrayDeque<>();

    /** Whether somebody writes. */
    private boolean led;

    /**
     * Writes an event, in a group with those that wait beside it.
     *
     * @param write writes a group; answers for each in its order, and never throws for one of them
     * @throws RuntimeException what {@code write} threw for the whole group
     */
    Result take(Checked checked, Function<List<Checked>, List<Result>> write) {
        Waiting mine = new Waiting(checked);
        synchronized (waiting) {
            waiting.add(mine);
            if (!led) {
                led = true;
                mine.turn.countDown();
            }
        }
        mine.awaitTurn();
        if (!mine.isDone()) {
            writeNext(write);
        }
        return mine.result();
    }

    /** How many wait to be written. */
    int waiting() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private void writeNext(Function<List<Checked>, List<Result>> write) {
        List<Waiting> group = new ArrayList<>();
        try {
            fill(group);
            List<Result> results =
                    write.apply(group.stream().map(one -> one.checked).toList());
            for (int i = 0; i < group.size(); i++) {
                group.get(i).result = results.get(i);
            }
        } catch (RuntimeException | Error failed) {
            // whatever it was: who is taken out of the queue and told nothing would wait for ever
            RuntimeException told =
                    failed instanceof RuntimeException known ? known : new IllegalStateException(failed);
            group.forEach(one -> one.failure = told);
        } finally {
            handOver();
            group.forEach(one -> one.turn.countDown());
        }
    }

    private void fill(List<Waiting> group) {
        GroupSize size = new GroupSize();
        synchronized (waiting) {
            for (Waiting next = waiting.peek(); next != null && size.takes(next.checked); next = waiting.peek()) {
                group.add(Objects.requireNonNull(waiting.poll()));
            }
        }
    }

    private void handOver() {
        synchronized (waiting) {
            Waiting next = waiting.peek();
            led = next != null;
            if (next != null) {
                next.turn.countDown();
            }
        }
    }

    /** The latch orders what is written before it opens before what is read after. */
    private static final class Waiting {
        private final Checked checked;
        private final CountDownLatch turn = new CountDownLatch(1);
        private @Nullable Result result;
        private @Nullable RuntimeException failure;

        Waiting(Checked checked) {
            this.checked = checked;
        }

        /** Until it is written, or is the first. An interrupt is kept for later: what is written is to be answered. */
        void awaitTurn() {
            boolean interrupted = false;
            while (true) {
                try {
                    turn.await();
                    break;
                } catch (InterruptedException hurried) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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
