package se.knutpunkt.portal.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.LetterAttempt;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.hub.time.SwedishTime;

/**
 * Hands refused events to the intake again, by the same reader and with the same rights as when their source sends them.
 * Nothing is counted as sent by the source, and what is refused again leaves no further dead letter.
 */
@ApplicationScoped
public class EventReplay {
    private static final JsonMapper JSON = new JsonMapper();

    @EJB
    EventIntake intake;

    @Inject
    Clock clock;

    /** Replays a text as it is; whatever is wrong with it is told in the attempt. */
    public LetterAttempt replay(SourceSystem source, String text) {
        ReadEvent read;
        try {
            read = read(text);
        } catch (ProblemException unreadable) {
            return refused(unreadable.problem());
        }
        IncomingEvent event = read.event();
        if (event == null) {
            return refused(Objects.requireNonNull(read.problem()));
        }
        try {
            return new LetterAttempt(null, intake.take(source, event), null, List.of());
        } catch (EventRefused again) {
            return refused(Refusals.problem(again, ""));
        }
    }

    /** Replays the documents of one source in a group; answers in their order. */
    public List<LetterAttempt> replayAll(SourceSystem source, List<String> documents) {
        List<@Nullable LetterAttempt> attempts = new ArrayList<>();
        List<IncomingEvent> events = new ArrayList<>();
        for (String document : documents) {
            @Nullable LetterAttempt wrong = null;
            try {
                ReadEvent read = read(document);
                if (read.event() == null) {
                    wrong = refused(Objects.requireNonNull(read.problem()));
                } else {
                    events.add(read.event());
                }
            } catch (ProblemException unreadable) {
                wrong = refused(unreadable.problem());
            }
            attempts.add(wrong);
        }
        List<Outcome> outcomes = events.isEmpty() ? List.of() : intake.takeAll(source, events);
        List<LetterAttempt> all = new ArrayList<>();
        int next = 0;
        for (LetterAttempt wrong : attempts) {
            all.add(wrong == null ? attempt(outcomes.get(next++)) : wrong);
        }
        return all;
    }

    private static LetterAttempt attempt(Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted
                ? new LetterAttempt(null, accepted.taken(), null, List.of())
                : refused(Refusals.problem(((Outcome.Refused) outcome).reason(), ""));
    }

    private ReadEvent read(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        LocalDate today = SwedishTime.today(clock);
        return ReadEvent.of(Documents.one(bytes), today);
    }

    private static LetterAttempt refused(Problem problem) {
        Verdict kind = IntakeGate.verdict(problem.type());
        return new LetterAttempt(null, null, kind, RefusedEvents.faults(problem, ""));
    }

    /** The event that a text holds; null when it can't be read as one. */
    public @Nullable IncomingEvent event(String text) {
        try {
            return read(text).event();
        } catch (ProblemException unreadable) {
            return null;
        }
    }

    /** Whether a text is an event's id that may stand in the clear: no spaces, no identity number. */
    public static boolean isOpenId(String text, LocalDate today) {
        return !EventReader.idOf(JSON.createObjectNode().put("id", text), today).isEmpty();
    }

    /** JSON with a line for each member, for people to read and change; a text that is no JSON as it is. */
    public static String pretty(String json) {
        try {
            JsonNode tree = JSON.readTree(json);
            DefaultIndenter lines = new DefaultIndenter("  ", "\n");
            return JSON.writer(
                            new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines))
                    .writeValueAsString(tree);
        } catch (JsonProcessingException asItIs) {
            return json;
        }
    }
}
