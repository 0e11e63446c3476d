package se.knutpunkt.portal.api;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Confidentiality;
import se.knutpunkt.hub.event.Marking;
import se.knutpunkt.hub.secrecy.Provisions;

/**
 * Reads {@code sekretess} and the three flags beside it. A marking names provision, date and authority (OSL 5:5); that the
 * authority is registered is for the hub to say.
 */
final class ConfidentialityReader {

    static final String NO_PROVISION =
            "The provision is one of secrecy in the list, written as there, such as OSL 26:1 or OSL 23:2 1 st.";

    /** Longer than any provision of the list, so that it is the list that refuses. */
    private static final TextForm PROVISION = TextForm.line(40);

    private static final TextForm AUTHORITY = TextForm.line(40);
    private static final TextForm DATE = TextForm.of(10, "[0-9]{4}-[0-9]{2}-[0-9]{2}", "a date such as 2026-11-22");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final LocalDate today;
    private final Confidentiality read;

    ConfidentialityReader(ObjectReader data, LocalDate today) {
        this.today = today;
        @Nullable
        Marking marking = data.child("sekretess").flatMap(this::marking).orElse(null);
        read = new Confidentiality(
                marking,
                data.flag("hemligForVardnadshavare", false),
                data.flag("skyddarAnmalare", false),
                data.flag("endastParten", false));
    }

    Confidentiality read() {
        return read;
    }

    private Optional<Marking> marking(ObjectReader marking) {
        Optional<String> provision = marking.required("lagrum", PROVISION);
        if (provision.isPresent() && !Provisions.shipped().marks(provision.get())) {
            marking.fault("lagrum", NO_PROVISION);
        }
        Optional<LocalDate> date = marking.required("datum", DATE).flatMap(text -> date(marking, text));
        Optional<String> authority =
                EventReader.openText(marking, "myndighet", marking.required("myndighet", AUTHORITY), today);
        marking.refuseOthers();
        return provision.isPresent() && date.isPresent() && authority.isPresent()
                ? Optional.of(new Marking(provision.get(), date.get(), authority.get()))
                : Optional.empty();
    }

    private Optional<LocalDate> date(ObjectReader marking, String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            // a day ahead as for times: a sender's clock may be
            if (!date.isBefore(EARLIEST) && !date.isAfter(today.plusDays(1))) {
                return Optional.of(date);
            }
            marking.fault("datum", "The date lies between 1900 and today.");
        } catch (DateTimeParseException notADate) {
            marking.fault("datum", "The date is one that exists.");
        }
        return Optional.empty();
    }
}
