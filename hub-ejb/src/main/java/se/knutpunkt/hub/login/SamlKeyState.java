package se.knutpunkt.hub.login;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where the roll-over of the service provider's keys stands. A generation is one signing and one encryption key.
 *
 * @param stage which step was taken last
 * @param current generation whose signing key signs
 * @param other the next generation while announced, the old one while switched, 0 when there is none
 * @param since when the step was taken; {@link Instant#EPOCH} for the first keys of an installation
 */
public record SamlKeyState(Stage stage, int current, int other, Instant since) {
    /** How long providers get to read metadata with the next keys before these sign. */
    public static final Duration ANNOUNCED_FOR = Duration.ofDays(7);

    /** How long the old keys are kept after the switch, so that the log can tell who still encrypts to them. */
    public static final Duration KEPT_FOR = Duration.ofDays(1);

    /** How long new keys lie in the folder before metadata names them: every node can decrypt by then. */
    public static final Duration UNPUBLISHED_FOR = Duration.ofMinutes(10);

    /** The steps of a roll-over. */
    public enum Stage {
        /** One generation. */
        SETTLED,
        /** The next generation is there; the current one signs. */
        ANNOUNCED,
        /** The new generation signs; the old one still decrypts. */
        SWITCHED
    }

    static SamlKeyState first() {
        return new SamlKeyState(Stage.SETTLED, 1, 0, Instant.EPOCH);
    }

    /** The generations in use, the one that signs first. */
    public List<Integer> generations() {
        return other == 0 ? List.of(current) : List.of(current, other);
    }

    /** The newest generation, to which providers are to encrypt once it is {@linkplain #isPublished published}. */
    public int newest() {
        return Math.max(current, other);
    }

    /** Whether metadata may name the newest generation. */
    public boolean isPublished(Instant now) {
        return stage != Stage.ANNOUNCED || !now.isBefore(since.plus(UNPUBLISHED_FOR));
    }

    /** When the next step may be taken; a settled state waits for nothing. */
    public Instant nextStepFrom() {
        return switch (stage) {
            case SETTLED -> since;
            case ANNOUNCED -> since.plus(ANNOUNCED_FOR);
            case SWITCHED -> since.plus(KEPT_FOR);
        };
    }

    SamlKeyState announced(Instant now) {
        return new SamlKeyState(Stage.ANNOUNCED, current, current + 1, now);
    }

    SamlKeyState switched(Instant now) {
        return new SamlKeyState(Stage.SWITCHED, other, current, now);
    }

    SamlKeyState settled(Instant now) {
        return new SamlKeyState(Stage.SETTLED, current, 0, now);
    }
}
