package se.knutpunkt.hub.representation;

import java.time.Instant;
import java.util.List;

/**
 * What the population register says of one person.
 *
 * @param asOf the moment for which it is true
 * @param person the person
 * @param guardians those who stand as guardians in the person's own record
 */
record RegisterAnswer(Instant asOf, GuardianFile.Person person, List<GuardianFile.Link> guardians) {

    RegisterAnswer {
        guardians = List.copyOf(guardians);
    }
}
