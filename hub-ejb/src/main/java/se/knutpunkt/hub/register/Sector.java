package se.knutpunkt.hub.register;

import java.util.Arrays;

/** The field of law that a case type belongs to, where secrecy and age have rules of their own. */
public enum Sector {
    /** Social services (OSL 26:1, SoL). */
    SOCIAL_SERVICES,
    /** Pupil health: psychologist, counsellor, nurse (OSL 23:2). */
    PUPIL_HEALTH,
    /** Preschool and school otherwise (OSL 23:1-3, skollagen). */
    SCHOOL,
    /** All else. */
    OTHER;

    /** Whether a text is the name of one. */
    public static boolean isOne(String text) {
        return Arrays.stream(values()).anyMatch(sector -> sector.name().equals(text));
    }
}
