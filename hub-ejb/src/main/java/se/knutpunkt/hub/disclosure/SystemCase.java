package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * How a case stands, by the events that a system may see of it.
 *
 * @param caseId public id
 * @param mainCaseNumber null when there is none
 * @param authority code of the authority that is responsible
 * @param promised the day by which an answer is promised; null when none is
 * @param latest its newest event
 * @param needsAction the newest event asks something of the citizen
 * @param done the newest event says that it is finished
 */
public record SystemCase(
        String caseId,
        String caseNumber,
        @Nullable String mainCaseNumber,
        String caseType,
        String authority,
        Name authorityName,
        Instant received,
        @Nullable LocalDate promised,
        SystemEvent latest,
        boolean needsAction,
        boolean done) {}
