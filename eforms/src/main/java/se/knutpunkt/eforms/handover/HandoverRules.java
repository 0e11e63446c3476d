package se.knutpunkt.eforms.handover;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;

/** The rules by which systems take over forms. Callers check the role. What is under way goes on as it was begun. */
@Local
public interface HandoverRules {

    /** All rules, by form. */
    List<HandoverRule> all();

    /** The rule of a form; empty when its submissions are the registrar's. */
    Optional<HandoverRule> find(String form);

    /**
     * Makes a rule.
     *
     * @return the secret of its endpoint, to be shown once; empty when the form has a rule already
     */
    Optional<String> add(RuleSettings settings, StaffId by);

    /**
     * Changes a rule. Another system gets an endpoint of its own: what is under way goes on to the former one's address,
     * signed with the former one's secret.
     *
     * @param seen the version that was seen
     */
    RuleChange change(RuleSettings settings, int seen, StaffId by);

    /**
     * Makes a new secret for a rule's endpoint; the former counts for a week more.
     *
     * @return the secret, to be shown once; empty when the form has no rule
     */
    Optional<String> newSecret(String form, StaffId by);

    /** Takes a rule away: what is sent from now on is the registrar's. */
    boolean remove(String form, StaffId by);
}
