package se.knutpunkt.hub.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Each bar taken out of the decision, and each part of its condition. */
final class BarMutants {
    private static final Path DECISION = Path.of("se/knutpunkt/hub/disclosure/Disclosure.java");
    private static final Path CAPACITY = Path.of("se/knutpunkt/hub/policy/Capacity.java");

    private final Path sources;
    private final List<Mutant> mutants = new ArrayList<>();

    private BarMutants(Path sources) {
        this.sources = sources;
    }

    static List<Mutant> all(Path sources) {
        BarMutants made = new BarMutants(sources);
        made.ofViewers();
        made.ofSystems();
        made.ofEvents();
        made.ofPersons();
        made.ofCapacities();
        made.ofConsents();
        return made.mutants;
    }

    private void ofConsents() {
        decision("CONSENT", "opens nothing", "if (isOpenedByConsent(capacity, facts)) {", "if (false) {");
        decision("CONSENT", "without one", "return facts.viewer().consented()", "return true");
        String whom = "(capacity == Capacity.CONTACT_CENTRE || capacity == Capacity.OTHER_HANDLER)";
        decision("CONSENT", "not for the contact centre", whom, "capacity == Capacity.OTHER_HANDLER");
        decision("CONSENT", "not for handlers of others", whom, "capacity == Capacity.CONTACT_CENTRE");
        decision("CONSENT", "for all staff", whom, "capacity.isStaff()");
        decision("CONSENT", "for anyone", whom, "true");
        decision("CONSENT", "what is marked too", "&& event.marking().isEmpty()", "");
        decision("CONSENT", "who reported too", "&& !event.keepsReporter()\n", "\n");
        decision("CONSENT", "what is another's too", "&& !event.partyOnly();", ";");
    }

    private void ofViewers() {
        decision("VIEWER", "nobody asks who looks", "if (!mayLook(viewer, capacity, purpose)) {", "if (false) {");
        decision(
                "VIEWER",
                "a citizen for any purpose",
                "purpose == Purpose.MY_PAGES && capacity.isCitizen()",
                "capacity.isCitizen()");
        decision(
                "VIEWER",
                "a citizen in any capacity",
                "purpose == Purpose.MY_PAGES && capacity.isCitizen()",
                "purpose == Purpose.MY_PAGES");
        decision(
                "VIEWER",
                "a system for any purpose",
                "(purpose == Purpose.ASK || purpose == Purpose.TELL) && capacity == Capacity.SYSTEM",
                "capacity == Capacity.SYSTEM");
        decision(
                "VIEWER",
                "a system in any capacity",
                "(purpose == Purpose.ASK || purpose == Purpose.TELL) && capacity == Capacity.SYSTEM",
                "(purpose == Purpose.ASK || purpose == Purpose.TELL)");
        decision(
                "VIEWER",
                "staff for any purpose",
                "purpose == Purpose.YOUR_PAGES && capacity.isStaff()",
                "capacity.isStaff()");
        decision(
                "VIEWER",
                "staff in any capacity",
                "purpose == Purpose.YOUR_PAGES && capacity.isStaff()",
                "purpose == Purpose.YOUR_PAGES");
        decision(
                "VIEWER",
                "anyone for any purpose",
                "purpose == Purpose.OPEN && capacity == Capacity.PUBLIC",
                "capacity == Capacity.PUBLIC");
        decision(
                "VIEWER",
                "anyone in any capacity",
                "purpose == Purpose.OPEN && capacity == Capacity.PUBLIC",
                "purpose == Purpose.OPEN");
        decision("NO_CAPACITY", "not told", "capacity == Capacity.NONE ? Bar.NO_CAPACITY : Bar.VIEWER", "Bar.VIEWER");
        decision(
                "NO_LINE",
                "open without a line",
                "Decision.hidden(Bar.NO_LINE, policy.version())",
                "new Decision(Degree.FULL, Bar.NO_LINE.name(), policy.version(), Bar.NO_LINE.ground())");
    }

    private void ofSystems() {
        // that it is a system is asked twice: nobody else has the purpose, which VIEWER holds
        String own = "capacity == Capacity.SYSTEM && facts.viewer().isSender() && purpose == Purpose.ASK";
        decision("OWN_EVENT", "a system knows not even its own", own, "false");
        decision("OWN_EVENT", "of any system", own, "capacity == Capacity.SYSTEM && purpose == Purpose.ASK");
        decision("OWN_EVENT", "told too", own, "capacity == Capacity.SYSTEM && facts.viewer().isSender()");
        String told = "if (capacity == Capacity.SYSTEM && facts.viewer().isSender()) {";
        decision("OWN_EVENT", "taken out", told, "if (false) {");
        decision("OWN_EVENT", "for all who sent", told, "if (facts.viewer().isSender()) {");
        decision("OWN_EVENT", "for every system", told, "if (capacity == Capacity.SYSTEM) {");
        decision("NO_RIGHT_TO_ASK", "taken out", "facts.viewer().mayAsk() ? null : Bar.NO_RIGHT_TO_ASK", "null");
    }

    private void ofEvents() {
        String kept = "if (!event.shown() && !capacity.seesInternal()) {";
        decision("NOT_SHOWN", "taken out", kept, "if (false) {");
        decision("NOT_SHOWN", "for all", kept, "if (!event.shown()) {");
        String internal = "this == HANDLER || this == REGISTRAR || this == AUDITOR";
        mutant(CAPACITY, "NOT_SHOWN", "for handlers", internal, "this == REGISTRAR || this == AUDITOR");
        mutant(CAPACITY, "NOT_SHOWN", "for registrars", internal, "this == HANDLER || this == AUDITOR");
        mutant(CAPACITY, "NOT_SHOWN", "for auditors", internal, "this == HANDLER || this == REGISTRAR");
        mutant(CAPACITY, "NOT_SHOWN", "not for other staff", internal, "isStaff()");
        mutant(CAPACITY, "NOT_SHOWN", "not for systems", internal, internal + " || this == SYSTEM");
        decision("UNKNOWN_CASE_TYPE", "taken out", "if (!policy.knows(event.caseType())) {", "if (false) {");
    }

    private void ofPersons() {
        String open = "capacity == Capacity.SELF || facts.viewer().opensProtected();";
        decision("PROTECTED_IDENTITY", "taken out", "if (facts.about().isProtected() && !open) {", "if (false) {");
        decision("PROTECTED_IDENTITY", "for the person too", open, "facts.viewer().opensProtected();");
        decision("PROTECTED_IDENTITY", "for the few too", open, "capacity == Capacity.SELF;");
        decision("PROTECTED_IDENTITY", "not for staff", open, open.replace(";", " || capacity.isStaff();"));
        decision("PROTECTED_IDENTITY", "not for citizens", open, open.replace(";", " || capacity.isCitizen();"));
        String beside = "facts.viewer().opensProtected() || (capacity == Capacity.SELF && !event.partyOnly());";
        decision(
                "OTHER_PROTECTED", "taken out", "if (facts.about().otherProtected() && !openBeside) {", "if (false) {");
        decision(
                "OTHER_PROTECTED",
                "not for what is the party's alone",
                beside,
                "facts.viewer().opensProtected() || capacity == Capacity.SELF;");
        decision("OTHER_PROTECTED", "for the person too", beside, "facts.viewer().opensProtected();");
        decision("OTHER_PROTECTED", "for the few too", beside, "capacity == Capacity.SELF && !event.partyOnly();");
        String reporter = "if (event.keepsReporter() && !capacity.isStaff()) {";
        decision("REPORTER", "taken out", reporter, "if (false) {");
        decision("REPORTER", "for staff too", reporter, "if (event.keepsReporter()) {");
        decision(
                "REPORTER",
                "not for the person",
                reporter,
                reporter.replace(") {", " && capacity != Capacity.SELF) {"));
        String alone = "if (event.partyOnly() && capacity != Capacity.SELF && !capacity.isStaff()) {";
        decision("PARTY_ONLY", "taken out", alone, "if (false) {");
        decision("PARTY_ONLY", "for the party too", alone, "if (event.partyOnly() && !capacity.isStaff()) {");
        decision("PARTY_ONLY", "for staff too", alone, "if (event.partyOnly() && capacity != Capacity.SELF) {");
    }

    private void ofCapacities() {
        String guardian = "event.keptFromGuardian() && capacity == Capacity.GUARDIAN ? Bar.KEPT_FROM_GUARDIAN : null";
        decision("KEPT_FROM_GUARDIAN", "taken out", guardian, "null");
        decision("KEPT_FROM_GUARDIAN", "for all", guardian, "event.keptFromGuardian() ? Bar.KEPT_FROM_GUARDIAN : null");
        decision("NO_MINOR", "taken out", "isMinor(facts.about().age()) ? null : Bar.NO_MINOR", "null");
        decision("NO_MINOR", "a year later", "age < OF_MAJORITY", "age <= OF_MAJORITY");
        decision("NO_MINOR", "a year sooner", "age < OF_MAJORITY", "age < OF_MAJORITY - 1");
        decision(
                "NO_MINOR",
                "not at an unknown age",
                "age != null && age < OF_MAJORITY",
                "age == null || age < OF_MAJORITY");
        String covered = "case PROXY, TRUSTEE, COMPANY -> facts.viewer().covered() ? null : Bar.OUT_OF_SCOPE;";
        decision("OUT_OF_SCOPE", "taken out", "facts.viewer().covered() ? null : Bar.OUT_OF_SCOPE", "null");
        for (String one : List.of("PROXY", "TRUSTEE", "COMPANY")) {
            String others = Arrays.stream(new String[] {"PROXY", "TRUSTEE", "COMPANY"})
                    .filter(other -> !other.equals(one))
                    .collect(Collectors.joining(", "));
            decision(
                    "OUT_OF_SCOPE",
                    "not for " + one,
                    covered,
                    covered.replace("PROXY, TRUSTEE, COMPANY", others) + " case " + one + " -> null;");
        }
    }

    private void decision(String bar, String name, String before, String after) {
        mutant(DECISION, bar, name, before, after);
    }

    /**
     * The source with another text in place of one; a formatter breaks lines where it likes.
     *
     * @throws IllegalStateException when the text does not stand there exactly once
     */
    private void mutant(Path file, String bar, String name, String before, String after) {
        String source = read(sources.resolve(file));
        Matcher place = Pattern.compile(
                        Arrays.stream(before.split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")))
                .matcher(source);
        if (!place.find()) {
            throw new IllegalStateException(bar + ", " + name + ": not in " + file + ": " + before);
        }
        String changed = source.substring(0, place.start()) + after + source.substring(place.end());
        if (place.find()) {
            throw new IllegalStateException(bar + ", " + name + ": more than once in " + file + ": " + before);
        }
        mutants.add(new Mutant(bar, name, true, file, changed));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
