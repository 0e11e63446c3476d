package se.knutpunkt.portal.deadletter;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import se.knutpunkt.hub.deadletter.DeadLetters;
import se.knutpunkt.hub.deadletter.LetterAttempt;
import se.knutpunkt.hub.deadletter.LetterClaim;
import se.knutpunkt.hub.deadletter.LetterFault;
import se.knutpunkt.hub.deadletter.LetterWork;
import se.knutpunkt.hub.deadletter.LetterWorks;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.hub.time.Repeatedly;
import se.knutpunkt.portal.api.EventReplay;

/** Works off what staff asked to be done with many letters, on every node; a group is done by one of them. */
@Singleton
@Startup
@DependsOn("HubStartup")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class WorkTimer {
    private static final int GROUP = 100;
    private static final Logger LOG = System.getLogger(WorkTimer.class.getName());

    @EJB
    DeadLetters letters;

    @EJB
    LetterWorks works;

    @Inject
    Replays replays;

    @Inject
    EventReplay door;

    private final AtomicBoolean working = new AtomicBoolean();

    /** A look that finds the last one still at work leaves it to that. */
    @Schedule(hour = "*", minute = "*", second = "*/3", persistent = false)
    public void look() {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            Repeatedly.run("Work on dead letters", this::workOff);
        } finally {
            working.set(false);
        }
    }

    private void workOff() {
        for (Optional<LetterWorks.Group> next = works.next(GROUP); next.isPresent(); next = works.next(GROUP)) {
            LetterWorks.Group group = next.get();
            if (group.letters().isEmpty()) {
                works.finish(group);
            } else if (group.what() == LetterWork.What.PURGE) {
                works.purge(group);
            } else {
                replay(group);
            }
        }
    }

    private void replay(LetterWorks.Group group) {
        List<LetterClaim> claims = letters.claimAll(group.letters());
        LetterAttempt[] attempts = new LetterAttempt[claims.size()];
        Map<String, List<Integer>> bySource = IntStream.range(0, attempts.length)
                .boxed()
                .collect(Collectors.groupingBy(i -> claims.get(i).source()));
        bySource.forEach((code, places) -> {
            List<LetterAttempt> told =
                    attempts(code, places.stream().map(claims::get).toList());
            for (int i = 0; i < told.size(); i++) {
                attempts[places.get(i)] = told.get(i);
            }
        });
        works.settle(group, claims, Arrays.asList(attempts));
    }

    private List<LetterAttempt> attempts(String code, List<LetterClaim> claims) {
        Optional<SourceSystem> source = replays.inUse(code);
        if (source.isEmpty()) {
            return claims.stream()
                    .map(claim -> refused(Verdict.NOT_AUTHORISED, "The source is closed."))
                    .toList();
        }
        List<LetterAttempt> attempts = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (LetterClaim claim : claims) {
            if (!claim.partial()) {
                whole.add(claim.document());
            }
        }
        List<LetterAttempt> told = replayed(source.get(), whole);
        int next = 0;
        for (LetterClaim claim : claims) {
            attempts.add(
                    claim.partial()
                            ? refused(Verdict.INVALID, "The document leaves out something that was sent.")
                            : told.get(next++));
        }
        return attempts;
    }

    /** In a group; one by one when that fails, so that one event at fault does not stop the others. */
    private List<LetterAttempt> replayed(SourceSystem source, List<String> documents) {
        try {
            return door.replayAll(source, documents);
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, "A group of replayed events failed and is replayed one by one", fault);
            return documents.stream().map(document -> alone(source, document)).toList();
        }
    }

    private LetterAttempt alone(SourceSystem source, String document) {
        try {
            return door.replay(source, document);
        } catch (RuntimeException fault) {
            LOG.log(Level.ERROR, "A replayed event failed", fault);
            return refused(Verdict.FAULT, "Something went wrong with us.");
        }
    }

    private static LetterAttempt refused(Verdict kind, String detail) {
        return new LetterAttempt(null, null, kind, List.of(new LetterFault("", detail)));
    }
}
