package se.knutpunkt.eforms.submission;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.diary.Diary;
import se.knutpunkt.hub.diary.DiaryAnswer;
import se.knutpunkt.hub.diary.DiaryFile;
import se.knutpunkt.hub.diary.NewDiaryItem;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.notification.Notifications;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.ProcessStep;

/** Tells the hub that a form has arrived: the case's first event, the registrar's queue, a notice to the sender. */
@ApplicationScoped
class Announcement {

    private static final String ARRIVED = "INKOMMEN";
    private static final String AWAITS = "VANTAR_VARDNADSHAVARE";

    @EJB
    EventIntake events;

    @EJB
    Diary diary;

    @EJB
    Notifications notifications;

    /**
     * A form that has arrived.
     *
     * @param sections the answers in Swedish, the language of the case file
     */
    record Arrival(
            CaseType type,
            OpenedCase opened,
            Sender sender,
            Instant received,
            List<ReviewView.Section> sections,
            StoredFile receipt,
            List<StoredFile> attached) {}

    /** Tells the citizen of it, in the submission's transaction. */
    void announce(Arrival arrival) {
        events.record(event(arrival));
        Set<PartyId> told = new LinkedHashSet<>();
        Optional.ofNullable(arrival.sender().party()).ifPresent(told::add);
        Optional.ofNullable(arrival.sender().caseParty()).ifPresent(told::add);
        notifications.newEvents(told);
    }

    /**
     * Tells the other guardians at once, in the submission's transaction: an event of the child's, which each guardian who
     * may see the case reads, and a notice to log in.
     */
    void awaitGuardians(Arrival arrival, OtherGuardians.Others others) {
        if (!others.awaited()) {
            return;
        }
        String headline = "Väntar på den andra vårdnadshavaren";
        events.record(new IncomingEvent(
                "guardians:" + arrival.opened().publicId(),
                new Matter(arrival.type().code(), arrival.opened().caseNumber(), null),
                new Wording(
                        "sv", headline, "Det här kräver båda vårdnadshavarna. En av er har skickat in det.", headline),
                new Subjects(arrival.sender().partyNumber(), null),
                new EventStatus(eventType(arrival.type(), AWAITS), false, false, false, true),
                arrival.received(),
                References.NONE,
                List.of()));
        notifications.newEvents(others.told());
    }

    /** Puts it in the registrar's queue, in the caller's transaction. */
    void enqueue(Arrival arrival) {
        diary.enqueue(diaryItem(arrival));
    }

    private static IncomingEvent event(Arrival arrival) {
        String headline = arrival.type().steps().stream()
                .filter(ProcessStep::signals)
                .findFirst()
                .map(step -> step.name().sv())
                .orElse("Ärendet har kommit in");
        String caseNumber = arrival.opened().caseNumber();
        // whoever else acts for the same person reads the event: the sender's own data is not theirs
        boolean behalf = arrival.sender().behalf() != null;
        String description = behalf
                ? "Vi har tagit emot det som skickades. Den som skickade har kvittensen bland sina kvittenser."
                : "Vi har tagit emot det du skickade. Kvittensen finns som bilaga.";
        return new IncomingEvent(
                "submission:" + arrival.opened().publicId(),
                new Matter(arrival.type().code(), caseNumber, null),
                new Wording("sv", headline, description, headline),
                new Subjects(arrival.sender().partyNumber(), null),
                new EventStatus(eventType(arrival.type(), ARRIVED), false, false, true, true),
                arrival.received(),
                References.NONE,
                behalf
                        ? List.of()
                        : List.of(new IncomingAttachment.Stored(
                                "Kvittens " + caseNumber + ".pdf",
                                arrival.receipt().id())));
    }

    /** The form of kundhändelse 6.1: producer, case type, event type. */
    private static String eventType(CaseType type, String what) {
        String code = type.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
        return "KNUTPUNKT." + code + "." + what;
    }

    private static NewDiaryItem diaryItem(Arrival arrival) {
        List<DiaryAnswer> answers = arrival.sections().stream()
                .flatMap(section -> section.answers().stream()
                        .map(row -> new DiaryAnswer(section.title(), row.label(), row.text())))
                .toList();
        Stream<DiaryFile> receipt = Stream.of(
                new DiaryFile(DiaryFile.Kind.RECEIPT, arrival.receipt().id()));
        Stream<DiaryFile> attached =
                arrival.attached().stream().map(file -> new DiaryFile(DiaryFile.Kind.ATTACHMENT, file.id()));
        return new NewDiaryItem(
                arrival.opened().id(),
                arrival.received(),
                arrival.sender().kind(),
                arrival.sender().inWords(),
                answers,
                Stream.concat(receipt, attached).toList());
    }
}
