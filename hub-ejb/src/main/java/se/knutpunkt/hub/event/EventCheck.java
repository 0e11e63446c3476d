package se.knutpunkt.hub.event;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.hub.time.SwedishTime;

/** Checks the fields of an event against the limits of kundhändelse 6.1 and what is kept in clear. */
final class EventCheck {

    private static final Pattern TYPE = Pattern.compile("[A-Z]+(?:\\.[A-Z0-9_]+){2,}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2}");
    private static final Pattern LIKE_A_NUMBER =
            Pattern.compile("(?<![0-9])(?:[0-9]{2})?[0-9]{6}[-+]?[0-9]{4}(?![0-9])");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final Pattern CONTROL_BUT_LINES = Pattern.compile("[\\p{Cntrl}&&[^\\n\\r\\t]]");
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    /** A sender's clock may be ahead, and an event without a time of day is noon or midnight. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int SHORT = 100;
    private static final int LINE = 255;
    private static final int LONG = 65_535;
    private static final int ATTACHMENTS = 20;
    private static final int LINK = 2000;

    private final LocalDate today;
    private final List<String> problems = new ArrayList<>();

    private EventCheck(LocalDate today) {
        this.today = today;
    }

    /**
     * Checks an event.
     *
     * @throws EventRefused naming every field that is wrong, never what it holds
     */
    static void check(IncomingEvent event, Instant now) {
        EventCheck check = new EventCheck(SwedishTime.dateOf(now));
        check.clear("kundhandelseId", event.externalId());
        check.clear("caseNumber", event.matter().caseNumber());
        if (event.matter().mainCaseNumber() != null) {
            check.clear("mainCaseNumber", event.matter().mainCaseNumber());
        }
        check.wording(event.wording());
        check.form("kundhandelseTyp", event.status().type(), TYPE, 2 * SHORT);
        check.references(event.references());
        check.time("tidpunkt", event.occurredAt(), now);
        if (event.replaces() != null) {
            check.replacement(event.externalId(), event.replaces(), now);
        }
        check.confidentiality(event);
        if (event.attachments().size() > ATTACHMENTS) {
            check.problems.add("attachments are more than " + ATTACHMENTS);
        }
        event.attachments().forEach(check::attachment);
        if (!check.problems.isEmpty()) {
            throw new EventRefused(EventRefused.Reason.INVALID, String.join("; ", check.problems));
        }
    }

    private void wording(Wording wording) {
        form("sprak", wording.language(), LANGUAGE, 2);
        line("rubrik", wording.headline(), LINE);
        line("neutralSummary", wording.neutralSummary(), LINE);
        refuseNumberIn("neutralSummary", wording.neutralSummary());
        atMost("beskrivning", wording.description(), LONG);
        if (CONTROL_BUT_LINES.matcher(wording.description()).find()) {
            problems.add("beskrivning holds control characters");
        }
    }

    private void replacement(String externalId, Replacement replaces, Instant now) {
        clear("ersatter.kundhandelseId", replaces.externalId());
        if (replaces.externalId().equals(externalId)) {
            problems.add("ersatter.kundhandelseId is the event's own id");
        }
        time("ersatter.tidpunkt", replaces.decidedAt(), now);
    }

    private void confidentiality(IncomingEvent event) {
        Marking marking = event.confidentiality().marking();
        if (marking != null) {
            if (!Provisions.shipped().marks(marking.provision())) {
                problems.add("sekretess.lagrum is no provision of secrecy");
            }
            if (marking.date().isBefore(SwedishTime.dateOf(EARLIEST))
                    || marking.date().isAfter(today.plusDays(1))) {
                problems.add("sekretess.datum is before 1900 or more than a day ahead");
            }
        }
        if (event.confidentiality().partyOnly() && event.subjects().party() == null) {
            problems.add("endastParten is true, and there is no party");
        }
    }

    private void attachment(IncomingAttachment file) {
        line("attachment name", file.name(), LINE);
        Withheld withheld = file.withheld();
        if (withheld == null) {
            return;
        }
        if (!Provisions.shipped().marks(withheld.provision())) {
            problems.add("undantagen.lagrum is no provision of secrecy");
        }
        line("undantagen.skal", withheld.reason(), LINE);
        if (withheld.told() != null) {
            line("undantagen.upplysning", withheld.told(), LINE);
        }
    }

    private void time(String field, Instant time, Instant now) {
        if (time.isBefore(EARLIEST) || time.isAfter(now.plus(AHEAD))) {
            problems.add(field + " is before 1900 or more than a day ahead");
        }
    }

    private void references(References references) {
        if (references.link() != null && !isWebAddress(references.link())) {
            problems.add("lank is not an http or https address of at most " + LINK + " characters");
        }
        atMost("utokadInformation", references.information(), LONG);
        if (references.tags().size() > SHORT) {
            problems.add("taggar are more than " + SHORT);
        }
        references.tags().forEach(tag -> line("taggar", tag, SHORT));
    }

    /** Stored in clear, so an identity number in it would lie open. */
    private void clear(String field, String value) {
        line(field, value, SHORT);
        refuseNumberIn(field, value);
    }

    private void line(String field, String value, int longest) {
        if (value.isBlank()) {
            problems.add(field + " is empty");
        }
        atMost(field, value, longest);
        if (CONTROL.matcher(value).find()) {
            problems.add(field + " holds control characters");
        }
    }

    private void atMost(String field, @Nullable String value, int longest) {
        if (value != null && value.length() > longest) {
            problems.add(field + " is longer than " + longest + " characters");
        }
    }

    private void form(String field, String value, Pattern pattern, int longest) {
        if (value.length() > longest || !pattern.matcher(value).matches()) {
            problems.add(field + " does not match " + pattern.pattern());
        }
    }

    private void refuseNumberIn(String field, String value) {
        Matcher matcher = LIKE_A_NUMBER.matcher(RandomIds.without(value));
        while (matcher.find()) {
            try {
                IdentityNumber.person(matcher.group(), today);
                problems.add(field + " holds a personal identity number");
                return;
            } catch (InvalidIdentityNumber onlyDigits) {
                // a case number may look like one
            }
        }
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            return link.length() <= LINK
                    && uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
