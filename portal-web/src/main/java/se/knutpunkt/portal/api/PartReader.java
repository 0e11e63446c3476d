package se.knutpunkt.portal.api;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;

/** Reads {@code part} (whose case, which case) and {@code beror} (whom the event is about). */
final class PartReader {

    private static final TextForm NUMBER = TextForm.of(12, "[0-9]{12}", "12 digits");
    private static final TextForm KIND = TextForm.of(
            20,
            "Personnummer|Samordningsnummer|Organisationsnummer",
            "Personnummer, Samordningsnummer or Organisationsnummer");
    private static final TextForm CASE_KIND = TextForm.of(
            30,
            "Konsumentreferens|Producentarendereferens|Diarienummer|Kvittensnummer",
            "Konsumentreferens, Producentarendereferens, Diarienummer or Kvittensnummer");

    private final LocalDate today;
    private @Nullable IdentityNumber party;
    private @Nullable IdentityNumber concerns;
    private String caseNumber = "";

    PartReader(ObjectReader data, Faults faults, LocalDate today) {
        this.today = today;
        data.requiredChild("part").ifPresent(this::part);
        data.child("beror").ifPresent(beror -> concerns = number(beror, false));
    }

    /** Whose case it is; null when nobody is told. */
    @Nullable
    IdentityNumber party() {
        return party;
    }

    /** Whom the event is about, when told. */
    @Nullable
    IdentityNumber concerns() {
        return concerns;
    }

    String caseNumber() {
        return caseNumber;
    }

    private void part(ObjectReader part) {
        part.child("kund").ifPresent(kund -> party = number(kund, true));
        Optional<ObjectReader> matter = part.requiredChild("arende");
        matter.ifPresent(arende -> {
            caseNumber = EventReader.openText(
                            arende, "identifierare", arende.required("identifierare", TextForm.line(100)), today)
                    .orElse("");
            arende.required("typ", CASE_KIND);
            arende.refuseOthers();
        });
        part.refuseOthers();
    }

    private @Nullable IdentityNumber number(ObjectReader kund, boolean mayBeOrganisation) {
        Optional<String> text = kund.required("identifierare", NUMBER);
        Optional<String> kind = kund.required("typ", KIND);
        kund.optional("tillagg", TextForm.line(20));
        kund.refuseOthers();
        if (text.isEmpty() || kind.isEmpty()) {
            return null;
        }
        boolean organisation = "Organisationsnummer".equals(kind.get());
        if (organisation && !mayBeOrganisation) {
            kund.fault("typ", "The type is Personnummer or Samordningsnummer.");
            return null;
        }
        return read(kund, text.get(), kind.get());
    }

    private @Nullable IdentityNumber read(ObjectReader kund, String text, String kind) {
        try {
            IdentityNumber number = "Organisationsnummer".equals(kind)
                    ? IdentityNumber.organisation(text)
                    : IdentityNumber.person(text, today);
            if (!number.kind().name().equalsIgnoreCase(kind)) {
                kund.fault("typ", "The number is of another type.");
                return null;
            }
            return number;
        } catch (InvalidIdentityNumber invalid) {
            kund.fault(
                    "identifierare",
                    switch (invalid.reason()) {
                        case FORM -> "The number is 12 digits of the type's own form.";
                        case DATE -> "The number begins with a date that exists and is past.";
                        case SERIAL -> "The birth number is 001 to 999.";
                        case CHECK_DIGIT -> "The last digit does not fit the others.";
                    });
            return null;
        }
    }
}
