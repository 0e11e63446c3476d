package se.knutpunkt.hub.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.DeadDelivery;
import se.knutpunkt.hub.delivery.Deliveries;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Message;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.disclosure.SystemCase;
import se.knutpunkt.hub.disclosure.SystemEvent;
import se.knutpunkt.hub.disclosure.SystemEventPage;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.disclosure.ToldEvents;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.party.IdentityNumber;

/** Whatever the receiver does, it gets all that it takes, in order and once, and what it refuses is put aside. */
class TellerTest {
    private static final Failure FAILURE = new Failure(Failure.Kind.ANSWERED, 503);

    @Property(tries = 300)
    void everythingArrivesInOrderOrIsPutAside(
            @ForAll @IntRange(min = 1, max = 350) int count,
            @ForAll @Size(max = 5) Set<@IntRange(min = 1, max = 350) Integer> poison,
            @ForAll @IntRange(max = 60) int percentAway,
            @ForAll long seed) {
        World world = new World(count, poison, percentAway, new Random(seed));
        Teller teller = world.teller();

        for (int round = 0; round < 10_000 && world.upTo < count; round++) {
            teller.tell("skola");
        }

        assertThat(world.upTo).isEqualTo(count);
        assertThat(world.taken)
                .isEqualTo(IntStream.rangeClosed(1, count)
                        .filter(i -> !poison.contains(i))
                        .mapToObj(i -> "e" + i)
                        .toList());
        assertThat(world.dead)
                .isEqualTo(poison.stream()
                        .sorted()
                        .filter(i -> i <= count)
                        .map(i -> "e" + i)
                        .toList());
    }

    @Example
    void soManyInARowArePutAsideAndTheNextIsTaken() {
        World world = refusing(1, Teller.PUT_ASIDE);

        world.teller().tell("skola");

        assertThat(world.dead).hasSize(Teller.PUT_ASIDE);
        assertThat(world.taken).containsExactly("e21", "e22", "e23", "e24", "e25", "e26", "e27", "e28", "e29", "e30");
        assertThat(world.upTo).isEqualTo(30);
        assertThat(world.failures).isZero();
    }

    @Example
    void aReceiverThatRefusesOneMoreIsAwayAndThePlaceIsKept() {
        World world = refusing(1, Teller.PUT_ASIDE + 1);
        Teller teller = world.teller();

        for (int round = 0; round < 5; round++) {
            teller.tell("skola");
        }

        assertThat(world.dead).hasSize(Teller.PUT_ASIDE);
        assertThat(world.taken).isEmpty();
        assertThat(world.upTo).isEqualTo(Teller.PUT_ASIDE);
        assertThat(world.failures).isEqualTo(5);

        world.poison.clear();
        teller.tell("skola");
        assertThat(world.taken).startsWith("e21").hasSize(10).endsWith("e30");
        assertThat(world.refused).isZero();
    }

    @Example
    void oneThatIsTakenBetweenBeginsTheCountAnew() {
        World world = refusing(1, 30);
        world.poison.remove(15);

        world.teller().tell("skola");

        assertThat(world.dead).hasSize(29);
        assertThat(world.taken).containsExactly("e15");
        assertThat(world.failures).isZero();
    }

    @Example
    void aFaultOfOursThatLastsCountsAsAFailure() {
        World world = refusing(1, 0);
        Teller teller = world.teller();
        teller.courier = new Courier() {
            @Override
            public Verdict send(long endpoint, Message message) {
                throw new IllegalStateException("sealed by other keys");
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> teller.tell("skola"));

        assertThat(world.failures).isEqualTo(1);
        assertThat(world.upTo).isZero();
    }

    @Example
    void aDeadlockIsNoFailureOfTheSubscription() {
        World world = refusing(1, 0);
        Teller teller = world.teller();
        teller.courier = new Courier() {
            @Override
            public Verdict send(long endpoint, Message message) {
                throw new IllegalStateException(new SQLException("deadlock", "40001", 1213));
            }
        };

        assertThatIllegalStateException().isThrownBy(() -> teller.tell("skola"));

        assertThat(world.failures).isZero();
    }

    /** Thirty events, of which a stretch is refused. */
    private static World refusing(int from, int to) {
        Set<Integer> poison = new HashSet<>();
        IntStream.rangeClosed(from, to).forEach(poison::add);
        return new World(30, poison, 0, new Random(1));
    }

    /** One subscription, its feed and its receiver. */
    private static final class World {
        private final int count;
        private final Set<Integer> poison;
        private final int percentAway;
        private final Random chance;
        private final List<String> taken = new ArrayList<>();
        private final List<String> dead = new ArrayList<>();
        private long upTo;
        private long singleUpTo;
        private int refused;
        private int failures;

        World(int count, Set<Integer> poison, int percentAway, Random chance) {
            this.count = count;
            this.poison = poison;
            this.percentAway = percentAway;
            this.chance = chance;
        }

        Teller teller() {
            Teller teller = new Teller();
            teller.leases = new Place();
            teller.events = new Feed();
            teller.deliveries = new Dead();
            teller.courier = new Receiver();
            return teller;
        }

        private final class Place extends Leases {
            @Override
            public boolean take(String source, String lease) {
                return true;
            }

            @Override
            public void release(String source, String lease) {
                // nobody else wants it
            }

            @Override
            public Optional<Held> held(String source, String lease) {
                return Optional.of(new Held(source, lease, 1, Set.of("A"), upTo, singleUpTo, refused));
            }

            @Override
            public void passed(Held held, long number) {
                upTo = number;
            }

            @Override
            public void putAside(Held held, long number) {
                refused++;
                upTo = number;
            }

            @Override
            public void delivered(Held held, long number) {
                refused = 0;
                upTo = number;
            }

            @Override
            public void oneByOne(Held held, long number) {
                singleUpTo = number;
            }

            @Override
            public void failed(Held held, Failure failure, @Nullable Duration asked) {
                failures++;
            }
        }

        private final class Receiver extends Courier {
            @Override
            public Verdict send(long endpoint, Message message) {
                if (chance.nextInt(100) < percentAway) {
                    return new Verdict.Later(FAILURE, null);
                }
                List<String> ids = new ArrayList<>();
                for (JsonNode event : read(message)) {
                    ids.add(event.get("id").asText());
                }
                if (ids.stream().anyMatch(id -> poison.contains(Integer.parseInt(id.substring(1))))) {
                    return refused();
                }
                taken.addAll(ids);
                return new Verdict.Delivered(204, new byte[0]);
            }

            private Verdict refused() {
                return new Verdict.Refused(FAILURE, new byte[0]);
            }

            private static JsonNode read(Message message) {
                try {
                    return new ObjectMapper().readTree(message.body());
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        private final class Dead implements Deliveries {
            @Override
            public void bury(long endpoint, String kind, String item, Failure failure) {
                dead.add(item);
            }

            @Override
            public void post(long endpoint, String kind, String item) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<DeadDelivery> dead(long endpoint) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int countDead(long endpoint) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean sendAgain(long endpoint, long id) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean purge(long endpoint, long id, String reason, StaffId by) {
                throw new UnsupportedOperationException();
            }
        }

        /** Every event may be told, but the feed looks at 30 numbers at a time. */
        private final class Feed implements SystemEvents {
            @Override
            public ToldEvents told(Viewer.Source system, Set<String> caseTypes, long after, int limit) {
                long end = Math.min(count, after + Math.min(limit, 30));
                List<SystemEvent> events = new ArrayList<>();
                for (long i = after + 1; i <= end; i++) {
                    events.add(event(i));
                }
                return new ToldEvents(events, end, end < count);
            }

            private SystemEvent event(long i) {
                Instant at = Instant.EPOCH;
                return new SystemEvent(
                        i, "e" + i, "s", "x" + i, "A.B.C", at, at, "c", "A 1", null, "A", "a", "sv", "h", "s", "", null,
                        false, false, false, true, 0, 0, null);
            }

            @Override
            public Optional<SystemEvent> told(Viewer.Source system, Set<String> caseTypes, String eventId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SystemCase> casesOfNumber(Viewer.Source system, String number, @Nullable String authority) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<SystemCase> casesOfPerson(Viewer.Source system, IdentityNumber number) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<SystemCase> openCase(Viewer.Source system, String caseId) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<SystemEventPage> eventsOfCase(
                    Viewer.Source system, String caseId, @Nullable String after, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public SystemEventPage changes(Viewer.Source system, @Nullable String since, int limit) {
                throw new UnsupportedOperationException();
            }

            @Override
            public long latestChange() {
                return count;
            }
        }
    }
}
