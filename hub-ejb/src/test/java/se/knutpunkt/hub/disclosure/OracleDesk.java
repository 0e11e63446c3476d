package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What staff may see, once more and in plain words: from {@code docs/personal.md} and the decisions 0025 (delegations), 0028
 * (one ground at a time) and 0031 (consents), and not from the code. It shares no type with the product. A branch is
 * {@code "-"} for none, as in {@link Oracle.Type}.
 */
public final class OracleDesk {

    /**
     * What told, at the latest login, where somebody works.
     *
     * @param role the one that the same line gives
     * @param unit empty for none
     * @param counts it has not been removed
     */
    public record Work(String role, String authority, String branch, String unit, boolean counts) {}

    /**
     * What an authority, or a branch of it, has delegated.
     *
     * @param all it is of all case types
     * @param toMe it is to the very person; else to a unit
     * @param until null for no end
     * @param ended before its time
     */
    public record Delegation(
            String authority,
            String branch,
            boolean all,
            Set<String> types,
            String right,
            String reference,
            boolean toMe,
            String unitAuthority,
            String unit,
            LocalDate from,
            @Nullable LocalDate until,
            boolean ended) {}

    /**
     * By what somebody looks.
     *
     * @param authority empty for the whole municipality
     * @param types empty for all
     */
    public record Desk(
            String as,
            String authority,
            String branch,
            boolean delegated,
            Set<String> types,
            String right,
            String reference) {}

    /**
     * What a person has let somebody see.
     *
     * @param to empty for the contact centre
     */
    public record Consent(
            String about, String aboutBranch, String to, String toBranch, LocalDate until, boolean takenBack) {

        /** Whether it holds on a day. */
        public boolean holds(LocalDate today) {
            return !takenBack && !until.isBefore(today);
        }
    }

    private OracleDesk() {}

    /** The desks that somebody may choose from. */
    public static Set<Desk> desks(Set<String> roles, List<Work> works, List<Delegation> delegations, LocalDate today) {
        Set<Desk> desks = new HashSet<>();
        // these two reach the whole municipality
        for (String whole : List.of("CONTACT_CENTRE", "AUDITOR")) {
            if (roles.contains(whole)) {
                desks.add(new Desk(whole, "", "-", false, Set.of(), "", ""));
            }
        }
        // these two work where a line of that very role says
        for (String local : List.of("HANDLER", "REGISTRAR")) {
            for (Work work : works) {
                if (roles.contains(local) && work.role().equals(local) && work.counts()) {
                    desks.add(new Desk(local, work.authority(), work.branch(), false, Set.of(), "HANDLE", ""));
                }
            }
        }
        // a delegation counts for those who handle and those who answer
        if (roles.contains("HANDLER") || roles.contains("CONTACT_CENTRE")) {
            for (Delegation one : delegations) {
                if (isMine(one, works)
                        && isOn(one, today)
                        && (one.all() || !one.types().isEmpty())) {
                    desks.add(new Desk(
                            "HANDLER",
                            one.authority(),
                            one.branch(),
                            true,
                            one.all() ? Set.of() : one.types(),
                            one.right(),
                            one.reference()));
                }
            }
        }
        return desks;
    }

    private static boolean isMine(Delegation one, List<Work> works) {
        if (one.toMe()) {
            return true;
        }
        for (Work work : works) {
            boolean inUnit = !work.unit().isEmpty()
                    && work.unit().equals(one.unit())
                    && work.authority().equals(one.unitAuthority());
            if (inUnit && work.counts()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOn(Delegation one, LocalDate today) {
        boolean begun = !today.isBefore(one.from());
        boolean over = one.until() != null && today.isAfter(one.until());
        return begun && !over && !one.ended();
    }

    /**
     * What is shown of an event at a desk.
     *
     * @param roles of whoever sits there
     * @param consents of the person
     * @param holdsAnother the event is about somebody else too
     */
    public static String shows(
            Desk desk,
            Set<String> roles,
            List<Consent> consents,
            Oracle.Event event,
            boolean holdsAnother,
            @Nullable Integer age,
            List<Oracle.Rule> rules,
            LocalDate today) {
        String as = as(desk, roles, event.type());
        if (as.equals("NOBODY")) {
            return "HIDDEN";
        }
        boolean consented = false;
        for (Consent one : consents) {
            // nobody can consent for the other person in it
            if (one.holds(today) && !holdsAnother && isGiven(one, desk, event.type())) {
                consented = true;
            }
        }
        Oracle.Looker looker =
                new Oracle.Looker(as, "YOUR_PAGES", false, false, false, roles.contains("PROTECTED_READER"), consented);
        return Oracle.shows(looker, event, age, rules, today);
    }

    /** A boundary runs round each authority and each branch of it; beyond it a handler is one of another authority. */
    private static String as(Desk desk, Set<String> roles, Oracle.@Nullable Type type) {
        if (desk.authority().isEmpty()) {
            return desk.as();
        }
        boolean within = type != null
                && desk.authority().equals(type.authority())
                && desk.branch().equals(type.branch())
                && (desk.types().isEmpty() || desk.types().contains(type.code()));
        if (within) {
            return desk.as();
        }
        // whoever only answers, and handles by delegation alone, is no handler anywhere else
        return desk.as().equals("HANDLER") && roles.contains("HANDLER") ? "OTHER_HANDLER" : "NOBODY";
    }

    private static boolean isGiven(Consent one, Desk desk, Oracle.@Nullable Type type) {
        boolean about = type != null
                && one.about().equals(type.authority())
                && one.aboutBranch().equals(type.branch());
        if (one.to().isEmpty()) {
            return about && desk.as().equals("CONTACT_CENTRE");
        }
        // those who work there, and not those who work for it by delegation
        return about
                && !desk.delegated()
                && desk.as().equals("HANDLER")
                && one.to().equals(desk.authority())
                && one.toBranch().equals(desk.branch());
    }
}
