package se.knutpunkt.portal.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.EventLimits;
import se.knutpunkt.hub.source.Sender;
import se.knutpunkt.hub.source.Senders;
import se.knutpunkt.hub.source.SourceFigures;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.portal.page.ClientAddress;
import se.knutpunkt.portal.page.Networks;

/** What every request of a source passes, and where it is counted; all of it in memory. */
@ApplicationScoped
class IntakeGate {
    private final Map<String, Networks> networks = new ConcurrentHashMap<>();

    @Inject
    Senders senders;

    @Inject
    EventLimits limits;

    @Inject
    SourceFigures figures;

    @Inject
    ClientAddress address;

    @Inject
    Clock clock;

    /**
     * The source that may send the request's events.
     *
     * @throws ProblemException 401 without a key that counts, 403 from a network where it does not, 429 over the limit
     */
    Sender enter(HttpServletRequest request) {
        Sender sender = known(request);
        Duration wait = limits.enter(sender);
        if (!wait.isZero()) {
            throw counted(sender, tooMany(wait));
        }
        return sender;
    }

    /**
     * The source behind a request that sends no events and so counts against no limit.
     *
     * @throws ProblemException 401 without a key that counts, 403 from a network where it does not
     */
    Sender known(HttpServletRequest request) {
        Sender sender = SourceKeys.sender(request.getHeader("Authorization"), senders::byKey);
        requireNetwork(sender, request);
        // not before: a key in the wrong hands is not to look as if its system used it
        figures.used(sender.key(), clock.instant());
        return sender;
    }

    private void requireNetwork(Sender sender, HttpServletRequest request) {
        String allowed = sender.networks();
        if (!allowed.isEmpty()
                && !networks.computeIfAbsent(allowed, Networks::parse).contain(address.of(request))) {
            throw counted(
                    sender,
                    Problem.of(
                            ProblemType.NETWORK_NOT_ALLOWED,
                            "The key counts from the networks that the municipality has named only. Nothing was kept."));
        }
    }

    static Problem tooMany(Duration wait) {
        // rounded up: whoever waits as told is let in
        long seconds = wait.plusNanos(999_999_999).toSeconds();
        return new Problem(
                ProblemType.TOO_MANY_EVENTS,
                "Nothing was kept. Send the same again in " + seconds + " seconds, and slower from then on.",
                List.of(),
                seconds);
    }

    private ProblemException counted(Sender sender, Problem problem) {
        refused(sender.source(), problem);
        return new ProblemException(problem);
    }

    /** Counts the further events of a batch against the source's limit. */
    void further(Sender sender, int events) {
        limits.further(sender, events);
    }

    void taken(SourceSystem source) {
        count(source, Verdict.TAKEN);
    }

    void refused(SourceSystem source, Problem problem) {
        count(source, verdict(problem.type()));
    }

    private void count(SourceSystem source, Verdict verdict) {
        figures.count(source.code(), verdict, 1);
    }

    static Verdict verdict(ProblemType type) {
        return switch (type) {
            case CASE_TYPE_NOT_YOURS -> Verdict.NOT_AUTHORISED;
            case NETWORK_NOT_ALLOWED -> Verdict.NETWORK;
            case EVENT_CONFLICT -> Verdict.CONFLICT;
            case CASE_CONFLICT -> Verdict.CASE_CONFLICT;
            case INVALID_EVENT, ATTACHMENT_DIFFERS -> Verdict.INVALID;
            case UNKNOWN_CASE_TYPE -> Verdict.UNKNOWN_CASE_TYPE;
            case TOO_MANY_EVENTS -> Verdict.LIMIT;
            case FAULT, NOT_READY -> Verdict.FAULT;
            case NOT_JSON,
                    NOT_XML,
                    NOT_CSV,
                    SOAP_VERSION,
                    SOAP_HEADER,
                    TOO_LARGE,
                    MEDIA_TYPE,
                    INVALID_QUESTION,
                    NO_SUCH_CASE,
                    KEY_MISSING,
                    KEY_UNKNOWN,
                    NO_SUCH_ADDRESS,
                    METHOD_NOT_ALLOWED,
                    NOT_ACCEPTABLE,
                    NO_CASE_NUMBER,
                    HANDOVER_CONFLICT -> Verdict.UNREADABLE;
        };
    }
}
