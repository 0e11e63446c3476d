package se.knutpunkt.portal.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.representation.Appointment;
import se.knutpunkt.hub.representation.Represented;

/** Says in words whom someone acts for. */
public final class Role {
    private Role() {}

    /** The represented by name; "ditt barn" and the like when no name is known. */
    public static String name(Represented represented, Language language) {
        return represented.name() == null ? relation(represented, language) : represented.name();
    }

    /** Name and relation: "Sixten Demosson (ditt barn)". */
    public static String full(Represented represented, Language language) {
        String relation = relation(represented, language);
        return represented.name() == null ? relation : represented.name() + " (" + relation + ")";
    }

    /** What a trustee is appointed to do, in words; empty on other grounds. */
    public static List<String> duties(Represented represented, Language language) {
        Appointment appointment = represented.appointment();
        return appointment == null
                ? List.of()
                : appointment.duties().stream()
                        .sorted()
                        .map(duty -> Texts.text(language, "role.duty." + duty.name()))
                        .toList();
    }

    private static String kind(@Nullable Appointment appointment) {
        return appointment == null ? "" : "." + appointment.kind().name();
    }

    /** The relation as registered; it is registered in Swedish, so other languages say it in their own words. */
    private static String relation(Represented represented, Language language) {
        @Nullable String label = language == Language.SWEDISH ? represented.label() : null;
        return label != null
                ? label
                : Texts.text(
                        language,
                        switch (represented.relation()) {
                            case GUARDIAN -> "role.child";
                            case PROXY -> "role.proxy";
                            case TRUSTEE -> "role.trustee" + kind(represented.appointment());
                        });
    }
}
