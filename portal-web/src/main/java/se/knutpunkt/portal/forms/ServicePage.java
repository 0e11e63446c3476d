package se.knutpunkt.portal.forms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.Submitters;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.portal.page.Language;

/**
 * What someone wants to know before they begin. A text that the form does not have is empty.
 *
 * @param action where the buttons that begin post to
 * @param login where to log in and come back
 * @param begin as whom the form can be begun now
 * @param weaker whether the visitor is logged in, but less surely known than the form needs
 */
public record ServicePage(
        String title,
        String description,
        Facts facts,
        Privacy privacy,
        String action,
        String login,
        Begin begin,
        boolean weaker) {

    /** The facts of the form's introduction. */
    public record Facts(String time, String whoMaySubmit, String next, String becomesPublic, String decidedBy) {
        static Facts of(FormDefinition form, Locale locale) {
            return new Facts(
                    in(form.intro().timeNeeded(), locale),
                    in(form.intro().whoMaySubmit(), locale),
                    in(form.intro().whatHappensNext(), locale),
                    in(form.intro().becomesPublic(), locale),
                    in(form.intro().decidedBy(), locale));
        }
    }

    /** What must be told when personal data are collected (GDPR article 13). */
    public record Privacy(String responsible, String purpose, String legalGround, String retention, String contact) {
        static Privacy of(FormDefinition form, Locale locale) {
            return new Privacy(
                    in(form.privacy().responsible(), locale),
                    in(form.privacy().purpose(), locale),
                    in(form.privacy().legalGround(), locale),
                    in(form.privacy().retention(), locale),
                    in(form.privacy().contact(), locale));
        }
    }

    /** How surely the form knows who is at the page. */
    enum Known {
        /** Nobody, or staff. */
        NOT,
        /** A citizen who is to log in again by a stronger e-ID. */
        WEAKLY,
        /** A citizen known as surely as the form needs, who acts for someone by a right that does not reach to this. */
        WITHOUT_RIGHT,
        /** A citizen known as surely as the form needs. */
        WELL
    }

    /** The ways to begin, by the form's rule and who is at the page. */
    public enum Begin {
        /** Nobody is asked who they are. */
        ANONYMOUS,
        /** Only after log-in, and nobody has logged in. */
        LOGIN_FIRST,
        /** As the logged-in citizen. */
        PERSON,
        /** With log-in or without, and nobody has logged in. */
        LOGIN_OR_ANONYMOUS,
        /** As the logged-in citizen or without telling who one is. */
        PERSON_OR_ANONYMOUS,
        /** Not while acting for someone by a right that does not reach to this. */
        WITHOUT_RIGHT;

        static Begin of(Submitters submitters, Known known) {
            if (known == Known.WITHOUT_RIGHT && submitters.allowsPerson()) {
                return WITHOUT_RIGHT;
            }
            boolean citizen = known == Known.WELL;
            return switch (submitters) {
                case ANONYMOUS -> ANONYMOUS;
                case EID_REQUIRED -> citizen ? PERSON : LOGIN_FIRST;
                case BOTH -> citizen ? PERSON_OR_ANONYMOUS : LOGIN_OR_ANONYMOUS;
            };
        }
    }

    static ServicePage of(FormDefinition form, Language language, Known known) {
        Locale locale = language.locale();
        String address = Addresses.service(form.slug());
        return new ServicePage(
                in(form.title(), locale),
                in(form.description(), locale),
                Facts.of(form, locale),
                Privacy.of(form, locale),
                address,
                "/logga-in?till=" + URLEncoder.encode(address, StandardCharsets.UTF_8),
                Begin.of(form.submitters(), known),
                known == Known.WEAKLY && form.submitters() != Submitters.ANONYMOUS);
    }

    private static String in(@Nullable Texts text, Locale locale) {
        return text == null ? "" : text.in(locale);
    }
}
