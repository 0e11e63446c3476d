package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.CaseTypes;

/** Tells the citizen that the case has been taken over. */
@ApplicationScoped
class TakenEvent {

    private static final String HEADLINE = "Ditt ärende har tagits emot för handläggning";

    @Inject
    Clock clock;

    @EJB
    Cases cases;

    @EJB
    CaseTypes caseTypes;

    @EJB
    Parties parties;

    @EJB
    EventIntake events;

    /** Tells it, in the caller's transaction. A case type that was closed meanwhile takes no more events. */
    void record(Handover handover, String number) {
        CaseFile main = cases.get(handover.caseId()).orElseThrow();
        caseTypes.find(main.caseType()).filter(type -> !type.closed()).ifPresent(type -> {
            String description = type.authority().name().sv() + " handlägger ärendet med ärendenummer " + number
                    + ". Det som händer i ärendet visas här, tillsammans med det du skickade.";
            PartyId party = main.party();
            events.record(new IncomingEvent(
                    "handover:" + handover.id(),
                    new Matter(main.caseType(), main.caseNumber(), main.mainCaseNumber()),
                    new Wording("sv", HEADLINE, description, "Ärendet har tagits emot för handläggning"),
                    new Subjects(party == null ? null : parties.numberOf(party), null),
                    new EventStatus(eventType(main.caseType()), false, false, false, true),
                    clock.instant(),
                    References.NONE,
                    List.of()));
        });
    }

    /** The form of kundhändelse 6.1: producer, case type, event type. */
    private static String eventType(String caseType) {
        return "KNUTPUNKT." + caseType.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_") + ".OVERTAGET";
    }
}
