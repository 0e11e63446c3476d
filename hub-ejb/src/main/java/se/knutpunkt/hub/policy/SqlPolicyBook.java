package se.knutpunkt.hub.policy;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.PolicyChange.Decided;
import se.knutpunkt.hub.policy.PolicyChange.State;
import se.knutpunkt.hub.policy.PolicyRefused.Reason;
import se.knutpunkt.hub.time.SwedishTime;

/** The policy by rows. */
@Stateless
public class SqlPolicyBook implements PolicyBook {
    private static final Comparator<PolicyLine> IN_ORDER = Comparator.comparing(PolicyLine::place)
            .thenComparing(PolicyLine::capacity)
            .thenComparing(PolicyLine::narrowness)
            .thenComparing(PolicyLine::key);

    @EJB
    PolicyTable table;

    @Inject
    CurrentPolicy current;

    @Inject
    Clock clock;

    @Override
    public int version() {
        return current.now().policy().version();
    }

    @Override
    public List<PolicyLine> lines() {
        return inOrder(table.linesOfVersion(version()));
    }

    @Override
    public PolicyChange inForce() {
        return table.changeOfVersion(version()).orElseThrow();
    }

    @Override
    public List<PolicyLine> linesOfVersion(int version) {
        return inOrder(table.linesOfVersion(version));
    }

    @Override
    public List<PolicyLine> linesOf(long changeId) {
        return inOrder(table.linesOfChange(changeId));
    }

    @Override
    public Optional<PolicyChange> change(long id) {
        return table.change(id);
    }

    @Override
    public List<PolicyChange> waiting() {
        return table.waiting();
    }

    @Override
    public List<PolicyChange> history(long before, int most) {
        return table.latest(before, most);
    }

    @Override
    public List<LineFault> faults(List<PolicyLine> planned) {
        return faults(planned, table.linesOfVersion(version()));
    }

    /** Of lines that stay as they are nothing is asked: else two that the register has left behind would lock all others. */
    private List<LineFault> faults(List<PolicyLine> planned, List<PolicyLine> inForce) {
        Set<String> unchanged =
                planned.stream().filter(inForce::contains).map(PolicyLine::key).collect(Collectors.toSet());
        return PolicyRules.faults(planned, table.types()).stream()
                .filter(fault -> !unchanged.contains(fault.key()))
                .toList();
    }

    @Override
    public boolean loosens(List<PolicyLine> planned) {
        return loosens(table.linesOfVersion(version()), planned);
    }

    private boolean loosens(List<PolicyLine> inForce, List<PolicyLine> planned) {
        return new PolicyComparison(inForce, planned, table.types(), SwedishTime.today(clock)).loosens();
    }

    @Override
    public PolicyChange propose(String staffId, int baseVersion, List<PolicyLine> planned, String reason) {
        int version = table.lockVersion();
        if (version != baseVersion) {
            throw new PolicyRefused(Reason.CHANGED_MEANWHILE);
        }
        List<PolicyLine> inForce = table.linesOfVersion(version);
        List<LineFault> faults = faults(planned, inForce);
        if (!faults.isEmpty()) {
            throw new PolicyRefused(Reason.FAULTS, faults);
        }
        if (Set.copyOf(inForce).equals(Set.copyOf(planned))) {
            throw new PolicyRefused(Reason.NOTHING_CHANGED);
        }
        boolean loosens = loosens(inForce, planned);
        PolicyChange change = new PolicyChange(
                0,
                version,
                loosens ? null : version + 1,
                loosens ? State.WAITING : State.IN_FORCE,
                loosens,
                reason,
                staffId,
                clock.instant(),
                null);
        long id = table.insert(change, planned);
        return table.change(id).orElseThrow();
    }

    @Override
    public void approve(String staffId, long changeId, String reason) {
        int version = table.lockVersion();
        PolicyChange change = waiting(changeId);
        if (change.proposedBy().equals(staffId)) {
            throw new PolicyRefused(Reason.SAME_PERSON);
        }
        if (change.baseVersion() != version) {
            throw new PolicyRefused(Reason.CHANGED_MEANWHILE);
        }
        decide(changeId, State.IN_FORCE, version + 1, staffId, reason);
    }

    @Override
    public void refuse(String staffId, long changeId, String reason) {
        table.lockVersion();
        PolicyChange change = waiting(changeId);
        State state = change.proposedBy().equals(staffId) ? State.WITHDRAWN : State.REFUSED;
        decide(changeId, state, null, staffId, reason);
    }

    private void decide(long id, State state, @Nullable Integer version, String staffId, String reason) {
        table.decide(id, state, version, new Decided(staffId, clock.instant(), reason));
    }

    private PolicyChange waiting(long id) {
        return table.change(id)
                .filter(change -> change.state() == State.WAITING)
                .orElseThrow(() -> new PolicyRefused(Reason.NOT_WAITING));
    }

    private static List<PolicyLine> inOrder(List<PolicyLine> lines) {
        return lines.stream().sorted(IN_ORDER).toList();
    }
}
