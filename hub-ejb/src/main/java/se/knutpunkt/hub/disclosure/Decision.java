package se.knutpunkt.hub.disclosure;

import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.PolicyLine;

/**
 * How much is shown, and why.
 *
 * @param rule the key of the policy's line, or the name of a {@link Bar}
 * @param version of the policy by which it was decided
 * @param ground what the rule rests on
 */
public record Decision(Degree degree, String rule, int version, LegalGround ground) {

    static Decision by(PolicyLine line, int version) {
        return new Decision(line.degree(), line.key(), version, line.ground());
    }

    static Decision hidden(Bar bar, int version) {
        return new Decision(Degree.HIDDEN, bar.name(), version, bar.ground());
    }

    /** Rule and version as the access log has them. */
    public String logName() {
        return rule + "@" + version;
    }

    /** Whether it shows anything. */
    public boolean shows() {
        return degree != Degree.HIDDEN;
    }
}
