package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.knutpunkt.hub.event.EventExamples.matter;
import static se.knutpunkt.hub.event.EventExamples.of;
import static se.knutpunkt.hub.event.EventExamples.wording;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.casefile.CaseKey;
import se.knutpunkt.hub.event.EventWriter.Checked;

class LaneTest {
    private static final CaseKey KEY = new CaseKey("nu", "n");
    private static final int SENDERS = 16;
    private static final int EACH = 200;

    private final Lane lane = new Lane();
    private final ExecutorService pool = Executors.newFixedThreadPool(SENDERS + 1);

    @AfterEach
    void end() {
        pool.shutdownNow();
    }

    @Test
    void answersEachOfManyOnceAndInItsSendersOrderAndNeverWritesTwoGroupsAtOnce() throws Exception {
        List<String> written = Collections.synchronizedList(new ArrayList<>());
        AtomicInteger writers = new AtomicInteger();
        Function<List<Checked>, List<Result>> write = group -> {
            assertThat(writers.incrementAndGet()).isEqualTo(1);
            assertThat(group).hasSizeBetween(1, GroupSize.MOST);
            List<Result> results = group.stream()
                    .map(one -> one.event().externalId())
                    .peek(written::add)
                    .map(LaneTest::kept)
                    .toList();
            writers.decrementAndGet();
            return results;
        };
        List<Future<?>> senders = new ArrayList<>();
        for (int sender = 0; sender < SENDERS; sender++) {
            int number = sender;
            senders.add(pool.submit(() -> {
                for (int i = 0; i < EACH; i++) {
                    String id = number + ":" + i;
                    assertThat(lane.take(event(id), write)).isEqualTo(kept(id));
                }
            }));
        }
        for (Future<?> sender : senders) {
            sender.get(1, TimeUnit.MINUTES);
        }

        assertThat(written).hasSize(SENDERS * EACH).doesNotHaveDuplicates();
        for (int sender = 0; sender < SENDERS; sender++) {
            String mine = sender + ":";
            assertThat(written.stream()
                            .filter(id -> id.startsWith(mine))
                            .map(id -> Integer.parseInt(id.substring(mine.length()))))
                    .isSorted();
        }
    }

    @Test
    void writesTogetherWhatWaitsWhileAGroupIsBeingWritten() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch rest = new CountDownLatch(1);
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        Function<List<Checked>, List<Result>> write = group -> {
            sizes.add(group.size());
            first.countDown();
            await(rest);
            return group.stream().map(one -> kept(one.event().externalId())).toList();
        };
        List<Future<Result>> all = new ArrayList<>();
        all.add(pool.submit(() -> lane.take(event("first"), write)));
        await(first);
        for (int i = 0; i < SENDERS; i++) {
            String id = "later" + i;
            all.add(pool.submit(() -> lane.take(event(id), write)));
        }
        while (lane.waiting() < SENDERS) {
            Thread.onSpinWait();
        }
        rest.countDown();
        for (Future<Result> one : all) {
            one.get(1, TimeUnit.MINUTES);
        }

        assertThat(sizes).containsExactly(1, SENDERS);
    }

    @Test
    void tellsEveryoneOfAGroupThatFailedAndGoesOn() {
        IllegalStateException down = new IllegalStateException("down");

        assertThatThrownBy(() -> lane.take(event("a"), group -> {
                    throw down;
                }))
                .isSameAs(down);
        assertThat(lane.take(event("b"), group -> List.of(kept("b")))).isEqualTo(kept("b"));
    }

    @Test
    void tellsEveryoneOfAnErrorToo() {
        assertThatThrownBy(() -> lane.take(event("a"), group -> {
                    throw new StackOverflowError();
                }))
                .hasCauseInstanceOf(StackOverflowError.class);
        assertThat(lane.take(event("b"), group -> List.of(kept("b")))).isEqualTo(kept("b"));
    }

    @Test
    void aGroupHasRoomForAHundredEventsAndForTwoMillionCharacters() {
        GroupSize many = new GroupSize();
        for (int i = 0; i < GroupSize.MOST; i++) {
            assertThat(many.takes(event("e" + i))).isTrue();
        }
        assertThat(many.takes(event("one more"))).isFalse();

        GroupSize long1 = new GroupSize();
        assertThat(long1.takes(longEvent(GroupSize.MOST_TEXT + 1)))
                .as("one alone, however long")
                .isTrue();
        assertThat(long1.takes(longEvent(0))).isFalse();
        GroupSize long2 = new GroupSize();
        assertThat(long2.takes(longEvent(1))).isTrue();
        assertThat(long2.takes(longEvent(GroupSize.MOST_TEXT - 1))).isTrue();
        assertThat(long2.takes(longEvent(1))).isFalse();
    }

    private static Result kept(String id) {
        return new Result.Kept(new Taken(id, false));
    }

    private static Checked event(String id) {
        return new Checked("source", of(id, matter("n"), wording("h", "s")), KEY, new byte[0], List.of(), 1);
    }

    private static Checked longEvent(int length) {
        Wording wording = new Wording("sv", "h", "d".repeat(length), "s");
        return new Checked("source", of("id", matter("n"), wording), KEY, new byte[0], List.of(), 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurried) {
            throw new IllegalStateException(hurried);
        }
    }
}
