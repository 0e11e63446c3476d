package se.knutpunkt.hub.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.database.ScriptedDatabase;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffRole;

/** Where somebody works by which role, by lines of the operator's file; those of the page are held by StaffLooksIT. */
class SqlRoleRulesTest {
    private static final StaffId MEMBER = new StaffId(7);
    private static final Workplace CULTURE = new Workplace("kfn", null, null);
    private static final Workplace BUILDING = new Workplace("byn", null, "Bygglov");
    private static final Workplace SCHOOL = new Workplace("bun", "förskola", null);

    @TempDir
    Path folder;

    private final SqlRoleRules rules = new SqlRoleRules();
    private Set<Long> told = Set.of();

    @BeforeEach
    void readTheFile() throws IOException {
        Path file = Files.writeString(folder.resolve("roles.json"), """
                [{"role": "HANDLER", "attribute": "grupp", "value": "alla", "authority": "kfn"},
                 {"role": "REGISTRAR", "attribute": "grupp", "value": "alla", "authority": "byn", "unit": "Bygglov"},
                 {"role": "EDITOR", "attribute": "grupp", "value": "alla", "authority": "bun", "branch": "förskola"},
                 {"role": "HANDLER", "attribute": "grupp", "value": "andra", "authority": "son"},
                 {"role": "AUDITOR", "attribute": "grupp", "value": "alla"}]
                """);
        FixedRoleRules fixed = new FixedRoleRules();
        fixed.file = Optional.of(file.toString());
        fixed.read();
        rules.fixed = fixed;
        rules.database = new ScriptedDatabase((sql, values) -> sql.contains("staff_work_by_file")
                ? told.stream().map(line -> Map.of("line_number", line)).toList()
                : List.of());
        told = rules.workLinesOf("idp", Map.of("grupp", Set.of("alla")));
    }

    @Test
    void aWorkplaceCountsForTheRoleWhoseLineTellsItAndForNoOther() {
        assertThat(rules.workplacesOf(MEMBER, StaffRole.HANDLER)).containsExactly(CULTURE);
        assertThat(rules.workplacesOf(MEMBER, StaffRole.REGISTRAR)).containsExactly(BUILDING);
        assertThat(rules.workplacesOf(MEMBER, StaffRole.EDITOR)).containsExactly(SCHOOL);
        assertThat(rules.workplacesOf(MEMBER, StaffRole.AUDITOR)).isEmpty();
        assertThat(rules.workplacesOf(MEMBER, StaffRole.CONTACT_CENTRE)).isEmpty();
    }

    @Test
    void allOfThemAreWhereSomebodyWorks() {
        assertThat(rules.workplacesOf(MEMBER)).containsExactlyInAnyOrder(CULTURE, BUILDING, SCHOOL);
    }

    @Test
    void whatTheLatestLoginDidNotTellIsNoWorkplace() {
        told = rules.workLinesOf("idp", Map.of("grupp", Set.of("andra")));
        assertThat(rules.workplacesOf(MEMBER, StaffRole.HANDLER)).containsExactly(new Workplace("son", null, null));
        assertThat(rules.workplacesOf(MEMBER, StaffRole.REGISTRAR)).isEmpty();
        told = Set.of();
        assertThat(rules.workplacesOf(MEMBER)).isEmpty();
    }
}
