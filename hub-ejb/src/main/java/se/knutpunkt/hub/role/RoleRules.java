package se.knutpunkt.hub.role;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;

/** The mapping from attributes to roles. Whoever no line gives a role has none. */
@Local
public interface RoleRules {

    /**
     * The roles of someone who logs in now.
     *
     * @param provider entity id of the provider
     * @param attributes all values that it tells, by name
     */
    Set<StaffRole> rolesOf(String provider, Map<String, Set<String>> attributes);

    /**
     * The lines that tell where someone who logs in now works.
     *
     * @param provider entity id of the provider
     * @param attributes all values that it tells, by name
     * @return ids of lines, for {@link #arrived}; those of the operator's file are below zero
     */
    Set<Long> workLinesOf(String provider, Map<String, Set<String>> attributes);

    /** Remembers the lines that told at the latest login where a staff member works, and no others. */
    void arrived(StaffId member, Set<Long> workLines);

    /** Where a staff member works by the latest login and the lines that still count; empty for nowhere we know. */
    Set<Workplace> workplacesOf(StaffId member);

    /** Of those the ones told by lines that give a role. */
    Set<Workplace> workplacesOf(StaffId member, StaffRole role);

    /** The workplaces with a unit that lines which count name, each once. */
    Set<Workplace> units();

    /** The lines of the operator's file ({@code KNUTPUNKT_ROLE_RULES}); they count always and change by the file only. */
    List<RoleRule> fixed();

    /** The lines that count and were added on the page, the newest first. */
    List<KeptRule> living();

    /** The latest lines that were removed, the last removed first; at most 50. */
    List<KeptRule> removed();

    /** A line that was added on the page and counts. */
    Optional<KeptRule> find(long id);

    /**
     * Adds a line, which counts from the next login on.
     *
     * @return whether it was added; false when the same line counts already
     */
    boolean add(RoleRule rule, StaffId by);

    /**
     * Removes a line. Logins with its role end at once on every node, so that whoever has the role by another line logs in
     * anew and nobody keeps what was taken away.
     *
     * @return whether it was removed; false when it was not there, or nobody could change the mapping after it
     */
    boolean remove(long id, StaffId by);

    /** Adds the line of a removed one anew; whether it was there to add and does not count already. */
    boolean restore(long id, StaffId by);
}
