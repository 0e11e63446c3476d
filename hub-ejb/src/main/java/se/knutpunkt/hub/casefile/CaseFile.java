package se.knutpunkt.hub.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.Retention;

/**
 * A case as staff functions need it, opened.
 *
 * @param source code of the system that keeps the case; {@code knutpunkt} for one opened here
 * @param registered when it was registered here, which may be later than it was received (OSL 5:1)
 * @param mainCaseNumber null when it has none
 */
public record CaseFile(
        long id,
        String publicId,
        String caseNumber,
        @Nullable String mainCaseNumber,
        String caseType,
        String authority,
        String source,
        @Nullable PartyId party,
        Direction direction,
        @Nullable String sender,
        Instant received,
        Instant registered,
        String informationClass,
        String documentType,
        Titles titles,
        @Nullable SecrecyMark secrecy,
        Retention retention) {}
