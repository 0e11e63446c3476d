package se.knutpunkt.hub.policy;

/**
 * What a line rests on.
 *
 * @param law its short name, for instance {@code OSL}
 * @param section chapter and section, for instance {@code 12:3}
 */
public record LegalGround(String law, String section) {

    @Override
    public String toString() {
        return law + " " + section;
    }
}
