package se.knutpunkt.hub.representation;

import java.util.Set;

/**
 * What a court has appointed a trustee as, and to do.
 *
 * @param duties at least one
 */
public record Appointment(Kind kind, Set<Duty> duties) {

    /** Copies the set. */
    public Appointment {
        duties = Set.copyOf(duties);
    }

    /** The two kinds. */
    public enum Kind {
        /** God man (FB 11:4): acts beside the person. */
        GOD_MAN,
        /** Förvaltare (FB 11:7): acts in the person's place, within the appointment. */
        FORVALTARE
    }

    /** The parts that an appointment may have. */
    public enum Duty {
        /** Bevaka rätt. */
        RIGHTS,
        /** Förvalta egendom. */
        PROPERTY,
        /** Sörja för person. */
        PERSON
    }
}
