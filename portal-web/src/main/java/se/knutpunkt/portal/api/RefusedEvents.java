package se.knutpunkt.portal.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.deadletter.LetterFilter;
import se.knutpunkt.hub.deadletter.NewLetter;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.time.SwedishTime;

/** Every event that a door refuses passes here, and is kept for staff. */
@ApplicationScoped
class RefusedEvents {
    private static final Logger LOG = System.getLogger(RefusedEvents.class.getName());

    @EJB
    DeadLetters letters;

    @Inject
    Clock clock;

    /** An event and why it was refused. */
    record Refusal(ReadEvent read, Problem problem) {}

    /** Keeps events of one source. What can't be kept is logged and counted: the sender's answer is the same. */
    void keep(SourceSystem source, List<Refusal> refusals) {
        if (refusals.isEmpty()) {
            return;
        }
        try {
            LocalDate today = SwedishTime.today(clock);
            letters.keep(
                    source.code(),
                    refusals.stream()
                            .filter(one -> LetterFilter.KINDS.contains(
                                    IntakeGate.verdict(one.problem().type())))
                            .map(one -> letter(one, today))
                            .toList());
        } catch (RuntimeException fault) {
            LOG.log(
                    Level.ERROR,
                    "dead letters id=" + UUID.randomUUID() + " source=" + source.code() + " refused=" + refusals.size()
                            + " were not kept",
                    fault);
        }
    }

    static NewLetter letter(Refusal refusal, LocalDate today) {
        ReadEvent read = refusal.read();
        return new NewLetter(
                IntakeGate.verdict(refusal.problem().type()),
                read.id(),
                EventReader.caseTypeOf(read.document(), today),
                read.document().toString(),
                read.partial(),
                faults(refusal.problem(), read.root()));
    }

    static List<LetterFault> faults(Problem problem, String root) {
        return problem.errors().isEmpty()
                ? List.of(new LetterFault("", problem.detail()))
                : problem.errors().stream()
                        .map(fault -> new LetterFault(root + fault.pointer(), fault.detail()))
                        .toList();
    }
}
