package se.knutpunkt.portal.operations;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import se.knutpunkt.eforms.fill.WaitingScans;
import se.knutpunkt.eforms.handover.HandoverState;
import se.knutpunkt.eforms.handover.Handovers;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.representation.RegisterAge;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.SourceFigures;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.source.SourceState;
import se.knutpunkt.hub.subscription.TellFigures;
import se.knutpunkt.portal.page.Networks;

/**
 * {@code /metrics} for the operator's own networks. What a proxy says of the caller ({@code X-Forwarded-For}) is not
 * believed: anyone can write it.
 */
@WebServlet(urlPatterns = "/metrics", loadOnStartup = 1)
public class MetricsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final double NANOS = 1e9;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_METRICS_NETWORKS", defaultValue = "127.0.0.0/8,::1/128")
    transient String configured;

    @Inject
    transient RequestFigures requests;

    @Inject
    transient WorkFigures work;

    @Inject
    transient SourceFigures sent;

    @Inject
    transient SourceRegister sources;

    @EJB
    transient DeadLetters letters;

    @EJB
    transient TellFigures told;

    @EJB
    transient RegisterAge populationRegister;

    @EJB
    transient WaitingScans scans;

    @Inject
    transient Handovers handovers;

    @Inject
    transient Clock clock;

    private transient Networks allowed = Networks.parse("");

    @Override
    public void init() {
        allowed = Networks.parse(configured);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!allowed.contain(request.getRemoteAddr())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        MetricsText text = new MetricsText();
        machine(text);
        requests(text);
        sent(text);
        waiting(text);
        response.setContentType(MetricsText.CONTENT_TYPE);
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(text.toString());
    }

    private static void machine(MetricsText text) {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        text.family("jvm_memory_heap_bytes", "gauge", "Heap in use and at most.")
                .figure("jvm_memory_heap_bytes", heap.getUsed(), "kind", "used")
                .figure("jvm_memory_heap_bytes", heap.getMax(), "kind", "max");
        text.family("jvm_threads", "gauge", "Living threads.")
                .figure("jvm_threads", ManagementFactory.getThreadMXBean().getThreadCount());
        text.family("jvm_gc_seconds_total", "counter", "Time spent collecting garbage.");
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            text.figure("jvm_gc_seconds_total", collector.getCollectionTime() / 1000.0, "gc", collector.getName());
        }
        text.family("process_uptime_seconds", "gauge", "Time since the start.")
                .figure(
                        "process_uptime_seconds",
                        ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0);
    }

    private void requests(MetricsText text) {
        TreeMap<RequestFigures.Key, RequestFigures.Figure> figures = new TreeMap<>(requests.all());
        text.family("knutpunkt_requests_total", "counter", "Answered requests by page and status.");
        figures.forEach((key, figure) -> text.figure(
                "knutpunkt_requests_total",
                figure.count().sum(),
                "page",
                key.page(),
                "status",
                Integer.toString(key.status())));
        text.family("knutpunkt_request_seconds_total", "counter", "Time spent answering them.");
        figures.forEach((key, figure) -> text.figure(
                "knutpunkt_request_seconds_total",
                figure.nanos().sum() / NANOS,
                "page",
                key.page(),
                "status",
                Integer.toString(key.status())));
    }

    private void sent(MetricsText text) {
        text.family("knutpunkt_source_events_total", "counter", "Events of each source, by what became of them.");
        sent.sinceStart()
                .forEach((kind, events) -> text.figure(
                        "knutpunkt_source_events_total",
                        events,
                        "source",
                        kind.source(),
                        "verdict",
                        kind.verdict().name()));
    }

    private void handovers(MetricsText text) {
        Map<HandoverState, Long> counts = handovers.counts();
        text.family("knutpunkt_handovers", "gauge", "Hand-overs of sent forms, by state.");
        for (HandoverState state : HandoverState.values()) {
            text.figure("knutpunkt_handovers", counts.getOrDefault(state, 0L), "state", state.name());
        }
        text.family("knutpunkt_handovers_overdue", "gauge", "Hand-overs that were not taken over in time.");
        text.figure("knutpunkt_handovers_overdue", handovers.overdue());
    }

    private void scans(MetricsText text) {
        scans.figures().ifPresent(figures -> {
            text.family("knutpunkt_clamd_up", "gauge", "Whether this node's last search reached the virus scanner.")
                    .figure("knutpunkt_clamd_up", figures.isReached() ? 1 : 0);
            text.family("knutpunkt_files_unscanned", "gauge", "Files of drafts that wait to be searched for viruses.")
                    .figure("knutpunkt_files_unscanned", figures.waiting());
            text.family("knutpunkt_files_scanned_total", "counter", "Searches for viruses by this node, by result.");
            figures.searched()
                    .forEach((verdict, count) ->
                            text.figure("knutpunkt_files_scanned_total", count, "verdict", verdict.name()));
        });
    }

    private void told(MetricsText text) {
        TellFigures.Figures figures = told.now();
        text.family("knutpunkt_subscriptions", "gauge", "Subscriptions of systems, by state.");
        figures.states()
                .forEach((state, count) -> text.figure("knutpunkt_subscriptions", count, "state", state.name()));
        text.family("knutpunkt_subscription_lag", "gauge", "Changes that the slowest told system has not come to.");
        text.figure("knutpunkt_subscription_lag", figures.slowest());
        text.family("knutpunkt_deliveries_dead", "gauge", "Deliveries that were given up and wait for staff.");
        text.figure("knutpunkt_deliveries_dead", figures.dead());
        text.family("knutpunkt_events_unnumbered", "gauge", "Events that cannot be told of yet, at most 10000.");
        text.figure("knutpunkt_events_unnumbered", figures.unnumbered());
    }

    private void populationRegister(MetricsText text) {
        populationRegister
                .heard()
                .ifPresent(heard -> text.family(
                                "knutpunkt_population_register_age_seconds",
                                "gauge",
                                "Age of the newest data of the population register; above 86400 guardians are closed.")
                        .figure(
                                "knutpunkt_population_register_age_seconds",
                                Duration.between(heard, clock.instant()).toSeconds()));
        text.family("knutpunkt_guardianships_stale", "gauge", "Guardianships closed because their data are too old.");
        text.figure("knutpunkt_guardianships_stale", populationRegister.stale());
    }

    private void sources(MetricsText text) {
        Instant now = clock.instant();
        List<KeptSource> inUse =
                sources.all().stream().filter(source -> source.closed() == null).toList();
        text.family("knutpunkt_source_silent", "gauge", "Whether a source is silent longer than its rhythm.");
        inUse.forEach(source -> text.figure(
                "knutpunkt_source_silent",
                source.state(now) == SourceState.SILENT ? 1 : 0,
                "source",
                source.settings().code()));
        text.family("knutpunkt_source_silence_seconds", "gauge", "Time since a source was heard, or registered.");
        inUse.forEach(source -> text.figure(
                "knutpunkt_source_silence_seconds",
                Duration.between(Optional.ofNullable(source.lastHeard()).orElse(source.registered()), now)
                        .toSeconds(),
                "source",
                source.settings().code()));
    }

    /** Left out when the database is away: the other figures are wanted then more than ever. */
    private void waiting(MetricsText text) {
        try {
            MetricsText waiting = new MetricsText();
            waiting.family("knutpunkt_outbox_due", "gauge", "Tasks that are due and not done, by kind.");
            work.dueTasks().forEach((kind, count) -> waiting.figure("knutpunkt_outbox_due", count, "kind", kind));
            waiting.family("knutpunkt_diary_items", "gauge", "Documents by state in the registrar's queue.");
            work.diary()
                    .forEach((state, count) -> waiting.figure("knutpunkt_diary_items", count, "state", state.name()));
            sources(waiting);
            waiting.family(
                    "knutpunkt_dead_letters", "gauge", "Refused events that wait for staff, by source and reason.");
            letters.waiting()
                    .forEach(count -> waiting.figure(
                            "knutpunkt_dead_letters",
                            count.letters(),
                            "source",
                            count.source(),
                            "verdict",
                            count.kind().name()));
            handovers(waiting);
            told(waiting);
            scans(waiting);
            populationRegister(waiting);
            text.family("knutpunkt_database_up", "gauge", "Whether the database answers.")
                    .figure("knutpunkt_database_up", 1)
                    .append(waiting);
        } catch (SQLException | jakarta.ejb.EJBException away) {
            text.family("knutpunkt_database_up", "gauge", "Whether the database answers.")
                    .figure("knutpunkt_database_up", 0);
        }
    }
}
