package se.knutpunkt.eforms.handover;

import java.util.Optional;

/**
 * What came of a change of a rule.
 *
 * @param saved whether it was changed; false when another has changed it since it was seen
 * @param secret of the new system's endpoint, to be shown once; empty when the system is the same
 */
public record RuleChange(boolean saved, Optional<String> secret) {

    static final RuleChange NONE = new RuleChange(false, Optional.empty());
}
