package se.knutpunkt.hub.diary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;

/** Tells the citizen, by case events, what the registrar did with the case. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class DiaryEvents {

    @Inject
    EventIntake intake;

    @Inject
    Parties parties;

    /** The case got a diary number. */
    public void registered(long step, CaseFile caseFile, DiaryNumber number, Instant now) {
        Wording wording = new Wording(
                "sv",
                "Ditt ärende har fått diarienummer " + number,
                "Ärendet " + caseFile.caseNumber() + " är nu diariefört. Ange gärna diarienumret " + number
                        + " när du kontaktar oss om ärendet.",
                "Ärendet har fått ett diarienummer");
        record(step, caseFile, wording, "DIARIEFORT", now);
    }

    /** The number was entered by mistake; what was shown stays, with a correction after it. */
    public void undone(long step, CaseFile caseFile, String number, Instant now) {
        Wording wording = new Wording(
                "sv",
                "Rättelse: diarienummer " + number + " gäller inte ditt ärende",
                "Diarienumret " + number + " angavs av misstag för ärendet " + caseFile.caseNumber()
                        + ". Du behöver inte göra något. När ärendet får rätt diarienummer ser du det här.",
                "En uppgift om diarienummer har rättats");
        record(step, caseFile, wording, "DIARIENUMMER_RATTAT", now);
    }

    private void record(long step, CaseFile caseFile, Wording wording, String kind, Instant now) {
        PartyId party = caseFile.party();
        IdentityNumber number = party == null ? null : parties.numberOf(party);
        intake.record(new IncomingEvent(
                "diary-step-" + step,
                new Matter(caseFile.caseType(), caseFile.caseNumber(), caseFile.mainCaseNumber()),
                wording,
                new Subjects(number, null),
                new EventStatus(typeOf(caseFile.caseType(), kind), false, false, false, true),
                now,
                References.NONE,
                List.of()));
    }

    /** {@code PREFIX.ARENDETYP.HANDELSETYP} with the characters that kundhändelse 6.1 allows. */
    static String typeOf(String caseType, String kind) {
        return "KNUTPUNKT." + caseType.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_") + "." + kind;
    }
}
