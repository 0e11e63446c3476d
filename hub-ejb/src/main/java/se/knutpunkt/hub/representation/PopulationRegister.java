package se.knutpunkt.hub.representation;

import java.time.Instant;
import java.util.Optional;
import se.knutpunkt.hub.party.IdentityNumber;

/**
 * The population register, asked about one person at a time. A file of notices answers as it was when it came; a look-up
 * by network (Navet's {@code PersonpostRequest}) would answer as of now.
 */
interface PopulationRegister {

    /** How old an answer would be if it were given now: that moment. Empty while no register can be asked. */
    Optional<Instant> asOf();

    /**
     * What the register says of a person.
     *
     * @return empty when it has no record of the number
     * @throws ImportRefused when it does not answer, or its answer cannot be read: what was known before goes on until it
     *     is too old
     */
    Optional<RegisterAnswer> person(IdentityNumber number);
}
