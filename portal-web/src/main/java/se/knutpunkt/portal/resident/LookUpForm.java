package se.knutpunkt.portal.resident;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.disclosure.LookGround;
import se.knutpunkt.hub.disclosure.LookReason;
import se.knutpunkt.hub.disclosure.LookUp;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.portal.page.Visit;

/**
 * A look-up as it was typed, right or wrong. It never stands in an address.
 *
 * @param number of the person
 * @param ground key of the ground
 * @param reason name of a {@link LookReason}
 * @param note a case number or some words
 */
public record LookUpForm(String number, String ground, String reason, String note) {
    static final String NUMBER = "personnummer";
    static final String GROUND = "grund";
    static final String REASON = "skal";
    static final String NOTE = "anteckning";
    private static final int LONGEST = 400;

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) {}

    /** Nothing typed yet; the ground is chosen when there is but one. */
    static LookUpForm empty(List<LookGround> grounds) {
        return new LookUpForm("", grounds.size() == 1 ? grounds.get(0).key() : "", "", "");
    }

    static LookUpForm posted(Visit visit) {
        return new LookUpForm(text(visit, NUMBER), text(visit, GROUND), text(visit, REASON), text(visit, NOTE));
    }

    private static String text(Visit visit, String name) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    List<Fault> faults(List<LookGround> grounds, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (identity(today).isEmpty()) {
            faults.add(new Fault(NUMBER, number.isEmpty() ? "resident.fault.number" : "resident.fault.form"));
        }
        if (grounds.stream().noneMatch(one -> one.key().equals(ground))) {
            faults.add(new Fault(GROUND, "resident.fault.ground"));
        }
        Optional<LookReason> why = why();
        if (why.isEmpty()) {
            faults.add(new Fault(REASON, "resident.fault.reason"));
        }
        if (note.length() > LookUp.LONGEST_NOTE) {
            faults.add(new Fault(NOTE, "resident.fault.length"));
        } else if (note.isEmpty() && why.filter(LookReason::needsNote).isPresent()) {
            faults.add(new Fault(NOTE, "resident.fault.note"));
        }
        return faults;
    }

    /** What it asks for; only without faults. */
    LookUp lookUp(LocalDate today) {
        return new LookUp(identity(today).orElseThrow(), why().orElseThrow(), note);
    }

    private Optional<LookReason> why() {
        return Arrays.stream(LookReason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst();
    }

    private Optional<IdentityNumber> identity(LocalDate today) {
        try {
            return Optional.of(IdentityNumber.person(number, today));
        } catch (InvalidIdentityNumber none) {
            return Optional.empty();
        }
    }
}
