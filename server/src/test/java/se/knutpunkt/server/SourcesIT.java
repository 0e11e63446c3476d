package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.disclosure.LateSource;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.source.FigureWriter;
import se.knutpunkt.hub.source.KeptSource;
import se.knutpunkt.hub.source.Sender;
import se.knutpunkt.hub.source.Senders;
import se.knutpunkt.hub.source.SilenceWatch;
import se.knutpunkt.hub.source.SourceChange;
import se.knutpunkt.hub.source.SourceChange.What;
import se.knutpunkt.hub.source.SourceFigures;
import se.knutpunkt.hub.source.SourceKey;
import se.knutpunkt.hub.source.SourceRates;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.source.SourceSettings;
import se.knutpunkt.hub.source.SourceState;
import se.knutpunkt.hub.source.Verdict;

/** The source systems as they are stored. Each test has a source of its own. */
class SourcesIT extends ContainerTest {
    /** As long as a key outlives its revocation, and a little. */
    private static final long REVOKED_MILLIS = 2100;

    @EJB
    SourceRegister register;

    @EJB
    SourceSystems systems;

    @Inject
    Senders senders;

    @Inject
    SourceFigures figures;

    @EJB
    FigureWriter writer;

    @EJB
    SilenceWatch watch;

    @EJB
    StaffMembers staff;

    @EJB
    Parties parties;

    @EJB
    se.knutpunkt.hub.disclosure.Statement statement;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void aNewKeyIsKnownByItsHashAloneAndCountsAtOnce() throws SQLException {
        StaffId by = manager();
        assertThat(register.add(settings("nyckel", "10.0.0.0/8", 60), by)).isTrue();
        assertThat(register.add(settings("nyckel", "", null), by)).isFalse();
        assertThat(register.add(settings(SourceSystem.PORTAL, "", null), by)).isFalse();

        String key = register.makeKey("nyckel", null, by).orElseThrow();

        Sender sender = senders.byKey(key).orElseThrow();
        assertThat(sender.source().code()).isEqualTo("nyckel");
        assertThat(sender.source().caseTypes()).containsExactlyInAnyOrder("BYGG", "KUL");
        assertThat(sender.networks()).isEqualTo("10.0.0.0/8");
        assertThat(sender.eventsPerMinute()).isEqualTo(60);
        assertThat(count("SELECT COUNT(*) FROM source_key WHERE key_sha256 = UNHEX(SHA2(?, 256))", key))
                .isEqualTo(1);
        assertThat(count("SELECT COUNT(*) FROM source_key WHERE hint = ?", key)).isZero();
        assertThat(count("SELECT COUNT(*) FROM source_change WHERE value_after = ?", key))
                .isZero();
        assertThat(register.makeKey("finns-inte", null, by)).isEmpty();
    }

    @Test
    void aRevokedKeyIsRefusedTwoSecondsLaterAndTheOtherGoesOn() throws InterruptedException {
        StaffId by = manager();
        register.add(settings("byte", "", null), by);
        String old = register.makeKey("byte", null, by).orElseThrow();
        String fresh = register.makeKey("byte", Duration.ofDays(7), by).orElseThrow();
        assertThat(senders.byKey(old)).isPresent();
        assertThat(senders.byKey(fresh)).isPresent();
        assertThat(register.livingKeys()).containsEntry("byte", 2);
        SourceKey ending = register.keys("byte").get(1);
        assertThat(ending.state(Instant.now())).isEqualTo(SourceKey.State.ENDING);
        assertThat(ending.madeBy()).isEqualTo("Källa Demostad");

        assertThat(register.revoke("byte", ending.id(), by)).isTrue();
        assertThat(register.revoke("byte", ending.id(), by)).isFalse();
        assertThat(register.revoke(
                        "demo-verksamhet", register.keys("byte").get(0).id(), by))
                .as("a key of another source")
                .isFalse();
        Thread.sleep(REVOKED_MILLIS);

        assertThat(senders.byKey(old)).isEmpty();
        assertThat(senders.byKey(fresh)).isPresent();
        assertThat(register.keys("byte").get(1).revokedBy()).isEqualTo("Källa Demostad");
    }

    @Test
    void anEarlierEndOfAKeyIsNotPutOff() {
        StaffId by = manager();
        register.add(settings("slut", "", null), by);
        register.makeKey("slut", null, by);
        register.makeKey("slut", Duration.ofDays(1), by);
        var ends = register.keys("slut").get(1).ends();
        register.makeKey("slut", Duration.ofDays(30), by);
        assertThat(register.keys("slut").get(2).ends()).isEqualTo(ends);
        assertThat(register.keys("slut").get(1).ends()).isAfter(ends);
    }

    @Test
    void aClosedSourceIsRefusedAndNotWaitedFor() throws InterruptedException {
        StaffId by = manager();
        register.add(settings("stangt", "", null), by);
        String key = register.makeKey("stangt", null, by).orElseThrow();
        assertThat(senders.byKey(key)).isPresent();

        assertThat(register.close("stangt", by)).isTrue();
        assertThat(register.close("stangt", by)).isFalse();
        Thread.sleep(REVOKED_MILLIS);

        assertThat(senders.byKey(key)).isEmpty();
        assertThat(systems.all()).extracting(SourceSystem::code).doesNotContain("stangt");
        assertThat(register.makeKey("stangt", null, by)).isEmpty();
        assertThat(register.reopen("stangt", by)).isTrue();
        assertThat(senders.byKey(key)).isPresent();
    }

    @Test
    void aChangeIsKeptWithItsWhoAndWhatAndNotMadeOverAnothers() {
        StaffId by = manager();
        register.add(settings("andrat", "", null), by);
        int seen = register.find("andrat").orElseThrow().version();

        assertThat(register.change(settings("andrat", "192.0.2.0/24", 5), seen, by))
                .isTrue();
        assertThat(register.change(settings("andrat", "", 9), seen, by))
                .as("seen before the other change")
                .isFalse();
        assertThat(register.change(settings("andrat", "192.0.2.0/24", 5), seen, by))
                .as("it is so already")
                .isTrue();

        KeptSource source = register.find("andrat").orElseThrow();
        assertThat(source.settings()).isEqualTo(settings("andrat", "192.0.2.0/24", 5));
        assertThat(register.changes("andrat"))
                .extracting(SourceChange::what, SourceChange::before, SourceChange::after, SourceChange::by)
                .containsExactly(
                        tuple(What.LIMIT, "", "5", "Källa Demostad"),
                        tuple(What.NETWORKS, "", "192.0.2.0/24", "Källa Demostad"),
                        tuple(What.REGISTERED, "", "", "Källa Demostad"));
    }

    @Test
    void whatASourceSendsIsCountedInMemoryAndWrittenTogether() throws SQLException {
        StaffId by = manager();
        register.add(settings("raknat", "", null), by);
        register.makeKey("raknat", null, by);
        SourceKey key = register.keys("raknat").get(0);
        figures.count("raknat", Verdict.TAKEN, 40);
        figures.count("raknat", Verdict.TAKEN, 2);
        figures.count("raknat", Verdict.CONFLICT, 3);
        figures.used(key.id(), Instant.now());
        writer.write();
        figures.count("raknat", Verdict.TAKEN, 1);
        writer.write();
        change("INSERT INTO source_figure VALUES ('raknat', UTC_TIMESTAMP(6) - INTERVAL 5 HOUR, 'TAKEN', 100)");
        change("INSERT INTO source_figure VALUES ('raknat', UTC_TIMESTAMP(6) - INTERVAL 25 HOUR, 'TAKEN', 1000)");

        assertThat(register.rates().get("raknat")).isEqualTo(new SourceRates(43, 143, Map.of(Verdict.CONFLICT, 3L)));
        assertThat(register.keys("raknat").get(0).lastUsed()).isNotNull();
        writer.write();
        assertThat(register.rates().get("raknat").lastHour())
                .as("nothing twice")
                .isEqualTo(43);
    }

    @Test
    void silenceIsNoticedOnceToldToThoseItConcernsAndEnds() throws SQLException {
        StaffId by = manager();
        register.add(settings("tyst", "", null), by);
        Viewer.Citizen reader =
                new Viewer.Citizen(parties.register(IdentityNumber.person("199004072394", LocalDate.of(2026, 11, 22))));
        int before = register.silent();
        assertThat(late(reader)).doesNotContain("Prov tyst");

        change("UPDATE source_system SET last_heard_at = UTC_TIMESTAMP(6) - INTERVAL 61 MINUTE WHERE code = 'tyst'");
        watch.look();

        assertThat(register.silent()).isEqualTo(before + 1);
        KeptSource silent = register.find("tyst").orElseThrow();
        assertThat(silent.state(Instant.now())).isEqualTo(SourceState.SILENT);
        var since = silent.silentSince();
        assertThat(since).isNotNull();
        watch.look();
        assertThat(register.find("tyst").orElseThrow().silentSince()).isEqualTo(since);
        assertThat(statement.lateSources(reader))
                .filteredOn(source -> source.source().sv().equals("Prov tyst"))
                .singleElement()
                .satisfies(source -> assertThat(source.caseTypes())
                        .extracting(Name::sv)
                        .containsExactly("Bygglov", "Kulturstipendium"));

        systems.heard("tyst");
        watch.look();
        assertThat(register.find("tyst").orElseThrow().silentSince()).isNull();
        assertThat(register.silent()).isEqualTo(before);
        assertThat(late(reader)).doesNotContain("Prov tyst");
    }

    private List<String> late(Viewer.Citizen reader) {
        return statement.lateSources(reader).stream()
                .map(LateSource::source)
                .map(Name::sv)
                .toList();
    }

    private StaffId manager() {
        return staff.register("https://idp.example", "systemforvaltare@alvstad.example", "Källa Demostad");
    }

    private static SourceSettings settings(String code, String networks, @Nullable Integer limit) {
        return new SourceSettings(
                code,
                new Name("Prov " + code, "Test " + code),
                "kommunstyrelsen",
                new TreeSet<>(Set.of("BYGG", "KUL")),
                networks,
                Duration.ofHours(1),
                limit);
    }

    private long count(String sql, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
