package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.policy.EventClass;

class SystemSqlTest {

    @Test
    void howManyFilesAreWithheldIsToldToTheSystemThatSentThemAlone() {
        TreeMap<Integer, EventClass> classes = new TreeMap<>();
        classes.put(3, EventClass.plain("KUL"));
        SystemScope scope = new SystemScope(new Viewer.Source("grannen"), Purpose.ASK, classes);
        SystemSql sql = SystemSql.event(scope, "abc");
        String words = sql.sql().replaceAll("\\s+", " ");
        assertThat(words)
                .contains("f.event_id = e.id AND f.withheld_provision IS NULL) AS attachments")
                .contains("IF(e.source = ?, (SELECT COUNT(*) FROM case_event_attachment f WHERE f.event_id = e.id AND"
                        + " f.withheld_provision IS NOT NULL), 0) AS withheld");
        assertThat(sql.bound()).startsWith("grannen", "abc", "grannen").endsWith(1);
        assertThat(sql.sql().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().length);
    }
}
