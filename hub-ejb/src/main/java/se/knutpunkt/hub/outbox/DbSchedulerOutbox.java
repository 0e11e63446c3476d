package se.knutpunkt.hub.outbox;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.MariaDBJdbcCustomization;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import javax.sql.DataSource;

/**
 * The outbox on db-scheduler: rows written through the JTA connection of the caller's transaction and
 * picked up by every node with an optimistic lock, since MariaDB has no lock-and-fetch in the library.
 *
 * <p>Waits for the checks of {@link se.knutpunkt.hub.startup.HubStartup}: with the wrong keys nothing may run.
 */
@Singleton
@Startup
@DependsOn("HubStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class DbSchedulerOutbox implements Outbox {

    private static final Duration POLL = Duration.ofSeconds(2);

    /** A task of a node that was killed is taken up by another after six of these. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(30);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);
    /** More than receivers that do not answer hold at a time: mail and the diary wait for the same. */
    private static final int THREADS = 4;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource dataSource;

    /** Threads of the container, so that handlers have its naming context and class loader. */
    @Resource
    ManagedThreadFactory threads;

    @Inject
    @Any
    Instance<OutboxHandler> handlers;

    @Inject
    Clock clock;

    private final Map<String, OneTimeTask<Void>> tasks = new HashMap<>();
    private final List<ExecutorService> executors = new ArrayList<>();
    private Scheduler scheduler;

    /** Starts polling; on every node. */
    @PostConstruct
    void start() {
        for (OutboxHandler handler : handlers) {
            OneTimeTask<Void> task = Tasks.oneTime(handler.kind())
                    .onFailure(new RetryWithPatience<>())
                    .onDeadExecutionRevive()
                    .execute((instance, context) -> handler.run(instance.getId()));
            if (tasks.put(handler.kind(), task) != null) {
                throw new IllegalStateException("two outbox handlers for tasks of kind " + handler.kind());
            }
        }
        ScheduledExecutorService housekeeper = Executors.newScheduledThreadPool(2, threads);
        ExecutorService due = Executors.newSingleThreadExecutor(threads);
        ExecutorService workers = Executors.newFixedThreadPool(THREADS, threads);
        executors.addAll(List.of(housekeeper, due, workers));
        scheduler = Scheduler.create(dataSource, List.<Task<?>>copyOf(tasks.values()))
                .jdbcCustomization(new MariaDBJdbcCustomization(true))
                .alwaysPersistTimestampInUTC()
                .clock(() -> clock.instant())
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .pollUsingFetchAndLockOnExecute(0.5, 3.0)
                .threads(THREADS)
                .housekeeperExecutor(housekeeper)
                .dueExecutor(due)
                .executorService(workers)
                .shutdownMaxWait(LONGEST_STOP)
                .failureLogging(LogLevel.WARN, true)
                .build();
        scheduler.start();
    }

    /** Lets running tasks end, then stops; what is left runs on another node or after the next start. */
    @PreDestroy
    void stop() {
        scheduler.stop();
        executors.forEach(ExecutorService::shutdownNow);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void schedule(OutboxTask task) {
        OneTimeTask<Void> known = tasks.get(task.kind());
        if (known == null) {
            throw new UnknownOutboxKind(task.kind());
        }
        Instant when = Objects.requireNonNullElseGet(task.notBefore(), clock::instant);
        scheduler.scheduleIfNotExists(known.instance(task.key()), when);
    }
}
