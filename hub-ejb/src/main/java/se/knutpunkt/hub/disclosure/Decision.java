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
    private static final String CONSENT = "CONSENT";

    static Decision by(PolicyLine line, int version) {
        return new Decision(line.degree(), line.key(), version, line.ground());
    }

    static Decision hidden(Bar bar, int version) {
        return new Decision(Degree.HIDDEN, bar.name(), version, bar.ground());
    }

    /** What somebody sees because the person consents to it (OSL 12:2). */
    static Decision byConsent(int version) {
        return new Decision(Degree.FULL, CONSENT, version, new LegalGround("OSL", "12:2"));
    }

    boolean isByConsent() {
        return rule.equals(CONSENT);
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
